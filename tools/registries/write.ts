import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { registryFiles } from './registries.ts';

const help = `Writes the lists of sources and connectors, shared/{sources,warehouses}/all-*.ts, from the folders that there are, and those of what the API
takes and answers, shared/api/{contract/all-contracts,answers/*-answers}.ts, from shared/api/operations.ts.

  npm run registries

Run it after a folder or an operation came or went. A test fails while a list is behind.`;

await runScript({
  command: 'npm run registries',
  help,
  read: () => readOptions({ help: { type: 'boolean', short: 'h' } }),
  run: async () => {
    const files = Object.entries(registryFiles());
    for (const [path, text] of files) {
      writeFileSync(join(import.meta.dirname, '../..', path), text);
    }
    console.log(`wrote ${files.map(([path]) => path).join(', ')}`);
  },
});
