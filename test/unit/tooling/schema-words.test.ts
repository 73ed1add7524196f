import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { schemaWords } from '#shared/fault/schema-words.ts';

const schema = z.object({
  sum: z.int().min(1).max(9),
  name: z.string(),
  kind: z.enum(['a', 'b']),
  lines: z.array(z.string()).max(1).min(1),
});

describe('schemaWords', () => {
  it.each([
    [{ sum: 1.5 }, 'must be a whole number'],
    [{ sum: 0 }, 'must be 1 or more'],
    [{ sum: 10 }, 'must be 9 or less'],
    [{ name: undefined }, 'is missing; it must be a text'],
    [{ kind: 'c' }, 'must be one of: a, b'],
    [{ lines: [] }, 'must have at least 1 items'],
    [{ lines: ['x', 'y'] }, 'must have at most 1 items'],
  ])('says of %j what zod says of it, in words for everybody', (wrong, words) => {
    const right = { sum: 1, name: 'n', kind: 'a', lines: ['x'] };
    const [issue] = schema.safeParse({ ...right, ...wrong }).error?.issues ?? [];

    expect(schemaWords(issue?.message ?? '')).toBe(words);
  });

  it('says of what may be anything only that it is missing', () => {
    const [issue] = z.object({ data: z.unknown() }).safeParse({}).error?.issues ?? [];

    expect(schemaWords(issue?.message ?? '')).toBe('is missing');
  });

  it('leaves a rule its own words', () => {
    expect(schemaWords('is no SKU')).toBe('is no SKU');
  });
});
