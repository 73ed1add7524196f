import { readFileSync, writeFileSync } from 'node:fs';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { pagePath, writtenAnew } from './page.ts';

const help = `Writes the tables and examples of docs/standard-webhooks.md: types, fields and forms from shared/sources/standard, each
type's example from the fixture of its name (test/fixtures/standard/return-closed.body). What stands around them is
written by hand.

  npm run webhooks

Run it after a type, a field or its meaning changed. A test fails while the page is behind.`;

await runScript({
  command: 'npm run webhooks',
  help,
  read: () => readOptions({ help: { type: 'boolean', short: 'h' } }),
  run: async () => {
    const file = new URL(`../../${pagePath}`, import.meta.url);
    writeFileSync(file, writtenAnew(readFileSync(file, 'utf8')));
    console.log(`wrote ${pagePath}`);
  },
});
