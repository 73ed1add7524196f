import { writeFileSync } from 'node:fs';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { openapiText } from './openapi.ts';

const help = `Writes docs/api/openapi.json from shared/api/operations.ts and the contracts in shared/api/contract.

  npm run api

A test fails while the page is behind. The API answers it, too: GET /openapi.json.`;

await runScript({
  command: 'npm run api',
  help,
  read: () => readOptions({ help: { type: 'boolean', short: 'h' } }),
  run: async () => {
    const text = openapiText();
    writeFileSync(new URL('../../docs/api/openapi.json', import.meta.url), text);
    console.log(`wrote docs/api/openapi.json, ${text.length} characters`);
  },
});
