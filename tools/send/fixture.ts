import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a body that a sender of this form once wrote, with invented people. @param name - `<source>/<file>`, without `.body`. */
export function fixtureText(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../test/fixtures', `${name}.body`), 'utf8');
}
