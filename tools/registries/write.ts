import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryFiles } from './registries.ts';

const files = Object.entries(registryFiles());
for (const [path, text] of files) {
  writeFileSync(join(import.meta.dirname, '../..', path), text);
}
console.log(`wrote ${files.map(([path]) => path).join(', ')}`);
