import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '#shared/returns/acts/roles.ts';
import { locales } from '#shared/words/locale.ts';
import { roleWords } from '#shared/words/role-words.ts';

const folder = join(import.meta.dirname, '../../../shared/words');
const files = readdirSync(folder).filter((name) => name.endsWith('-words.ts'));

/** Every text of a table of words, however deep it stands; of a text that is made, what is made of a name. */
function textsIn(value: unknown, path: string): [string, unknown][] {
  const made: unknown = typeof value === 'function' ? value('name') : value;
  if (typeof made !== 'object' || made === null) {
    return [[path, made]];
  }
  return Object.entries(made).flatMap(([key, each]) => textsIn(each, `${path}/${key}`));
}

describe('the words', () => {
  it.each(files)('of %s are there in every language', async (file) => {
    const tables: Record<string, unknown> = await import(join(folder, file));
    const texts = Object.entries(tables).flatMap(([name, table]) => textsIn(table, name));
    const counts = locales.map((locale) => texts.filter(([path]) => path.endsWith(`/${locale}`)).length);

    expect(texts.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    expect(new Set(counts)).toEqual(new Set([texts.length / locales.length]));
  });

  it('name each role that a token may name', () => {
    expect(Object.keys(roleWords)).toEqual([...roles]);
  });
});
