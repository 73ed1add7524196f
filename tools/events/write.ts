import { mkdirSync, writeFileSync } from 'node:fs';
import { eventDocuments } from '#shared/events/documents.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';

const help = `Writes docs/events: a JSON Schema of each event, the AsyncAPI page and the list, from the events.ts of each slice in shared/returns.

  npm run events

A test fails while the pages are behind.`;

await runScript({
  command: 'npm run events',
  help,
  read: () => readOptions({ help: { type: 'boolean', short: 'h' } }),
  run: async () => {
    const folder = new URL('../../docs/events/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const documents = Object.entries(eventDocuments());
    for (const [name, content] of documents) {
      writeFileSync(new URL(name, folder), content);
    }
    console.log(`wrote ${documents.length} files to docs/events`);
  },
});
