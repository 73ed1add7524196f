import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const unit = join(import.meta.dirname, '..');
const ofFunctions = /vi\.(mock|doMock)\(|import\(.[./]+\/functions\//;

/** Files of this suite share a process: what one mocks or configures as it loads, the next would have. */
it('has no file in this suite that mocks a module or loads a function: those stand in test/handlers', () => {
  const files = readdirSync(unit, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files.filter((path) => ofFunctions.test(readFileSync(join(unit, path), 'utf8')));

  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
