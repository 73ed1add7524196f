import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renamed, type Thing } from './thing.ts';

const folder = join(import.meta.dirname, '../../shared/warehouses/http');
const names = [
  ["connector: 'http'", "connector: 'push'"],
  ['httpAbout', 'pushAbout'],
  ['createHttpConnector', 'createPushConnector'],
  ['warehouse.http', 'warehouse.push'],
  ["path: ['http']", "path: ['push']"],
  ["path: ['http', 'url']", "path: ['push', 'url']"],
  ['connector http needs http.url', 'connector push needs push.url'],
] as const;

/** A WMS that is called as the one over HTTP is, under another name. */
export const aConnector: Thing = {
  what: 'a connector',
  most: 1,
  own: Object.fromEntries(
    readdirSync(folder).map((file) => [
      `shared/warehouses/push/${file}`,
      renamed(readFileSync(join(folder, file), 'utf8'), names),
    ]),
  ),
  edits: [],
  aside: [
    { path: 'test/unit/warehouses/connectors.test.ts', after: "['qimen', 'http'", put: ", 'push'" },
    {
      path: 'docs/onboard.md',
      after:
        '| `warehouses[].senderMasking` | no | `masked` | what a WMS that wants to know the sender is told: `masked`, `placeholder` |\n',
      put: '| `warehouses[].push` | for `push` | | |\n| `warehouses[].push.url` | yes | | where announcements are pushed |\n',
    },
  ],
  tests: ['test/unit/warehouses', 'test/infra/merchant-files.test.ts'],
};
