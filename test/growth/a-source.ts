import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renamed, type Thing } from './thing.ts';

const root = join(import.meta.dirname, '../..');
const names = [
  ['template', 'shopnest'],
  ['Template', 'Shopnest'],
] as const;
const files = ['about.ts', 'observe.ts', 'receiver.ts', 'verify.ts'];

const sampleSender = `import { signShopify } from '../../../test/simulators/sign.ts';
import type { SampleSender } from '../sample-sender.ts';

/** Shopnest: one message of one kind. */
export const shopnestSender: SampleSender = {
  source: 'shopnest',
  content: 'the body',
  types: { opened: undefined },
  sampleOf: (_type, { now }) => ({ returnId: 'R-1', openedAt: now.toISOString() }),
  post: (_type, content, { secret }) => {
    const body = Buffer.from(JSON.stringify(content));
    const signed = signShopify(secret, body, { topic: '', shop: '', webhookId: '' });
    return { headers: { 'x-shopnest-signature': signed['x-shopify-hmac-sha256'] ?? '' }, body };
  },
};
`;

/** A store of another name that speaks as the template does. */
export const aSource: Thing = {
  what: 'a source',
  most: 1,
  own: {
    ...Object.fromEntries(
      files.map((file) => [
        `shared/sources/shopnest/${file}`,
        renamed(readFileSync(join(root, 'shared/sources/_template', file), 'utf8'), names),
      ]),
    ),
    'tools/send/senders/shopnest.ts': sampleSender,
  },
  edits: [],
  aside: [
    {
      path: 'docs/onboard.md',
      after: '| `channels[].source` | yes | |',
      put: ' `shopnest`,',
    },
    {
      path: 'test/contract/source-trials.ts',
      after: '  template: { vectors: templateVectors, deliveries: [] },\n',
      put: '  shopnest: { vectors: shopnestVectors, deliveries: [] },\n',
    },
    {
      path: 'test/contract/source-trials.ts',
      after: "{ source: 'template', channel: 'template', role: 'store', shops: ['t'] }",
      put: ", { source: 'shopnest', channel: 'template', role: 'store', shops: ['t'] }",
    },
    {
      path: 'test/contract/source-trials.ts',
      after: '/** What each registered source is tried with; a source that is not here fails in sources.test.ts. */\n',
      put: `const shopnestVectors: readonly Vector[] = templateVectors.map(({ headers: { 'x-template-signature': signature = '', ...headers }, ...vector }) => ({
  ...vector,
  headers: { ...headers, 'x-shopnest-signature': signature },
  signedIn: { header: 'x-shopnest-signature' },
  neededHeaders: ['x-shopnest-signature'],
}));

`,
    },
  ],
  tests: ['test/contract/sources.test.ts', 'test/unit/sources', 'test/unit/tooling/samples.test.ts'],
};
