import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runScript } from '../run/run-script.ts';
import { pagePath, writtenAnew } from './page.ts';

const help = `Writes the tables and examples of docs/standard-webhooks.md: types, fields and forms from shared/sources/standard, each
type's example from the fixture of its name (test/fixtures/standard/return-closed.body). What stands around them is
written by hand.

  npm run webhooks

Run it after a type, a field or its meaning changed. A test fails while the page is behind.`;

await runScript({
  name: 'webhooks',
  help,
  read: () => parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values,
  run: async () => {
    const file = new URL(`../../${pagePath}`, import.meta.url);
    writeFileSync(file, writtenAnew(readFileSync(file, 'utf8')));
    console.log(`wrote ${pagePath}`);
  },
});
