import { mkdirSync, writeFileSync } from 'node:fs';
import { eventDocuments } from './documents.ts';

const folder = new URL('../../docs/events/', import.meta.url);
mkdirSync(folder, { recursive: true });
const documents = Object.entries(eventDocuments());
for (const [name, content] of documents) {
  writeFileSync(new URL(name, folder), content);
}
console.log(`wrote ${documents.length} files to docs/events`);
