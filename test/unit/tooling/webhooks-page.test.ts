import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeData } from '../../../tools/webhooks/fields.ts';
import { pagePath, writtenAnew } from '../../../tools/webhooks/page.ts';

const code = z.string().max(9).meta({ id: 'code-of-this-test', description: 'A short one.' });

describe('describeData', () => {
  it('tells fields by path, form and meaning, those of objects and lists after what holds them', () => {
    const line = z.object({ sku: code.describe('which') });
    const schema = z
      .object({
        kind: z.enum(['a', 'b']).describe('what kind'),
        lines: z.array(line).max(3).exactOptional().describe('the lines'),
        links: z.array(code).max(2).describe('where'),
        either: z.union([code, z.array(code).max(5)]).describe('one or some'),
        of: z.object({ name: z.string().max(20).exactOptional().describe('by name') }).describe('whose'),
        ok: z.boolean().describe('whether'),
      })
      .describe('Only by day.');

    const { fields, rules, forms } = describeData('case.made', schema);

    expect(fields.map(({ path, isRequired, form, meaning }) => [path, isRequired, form, meaning])).toEqual([
      ['kind', true, '`a`, `b`', 'what kind'],
      ['lines', false, 'list of objects, at most 3', 'the lines'],
      ['lines[].sku', true, '`code-of-this-test`', 'which'],
      ['links', true, 'list of `code-of-this-test`, at most 2', 'where'],
      ['either', true, '`code-of-this-test`, or list of `code-of-this-test`, at most 5', 'one or some'],
      ['of', true, 'object', 'whose'],
      ['of.name', false, 'text of at most 20 characters', 'by name'],
      ['ok', true, '`true`, `false`', 'whether'],
    ]);
    expect({ rules, forms }).toEqual({ rules: 'Only by day.', forms: { 'code-of-this-test': 'A short one.' } });
  });

  it('refuses a field without a meaning: that of its form does not count', () => {
    const schema = z.object({ lines: z.array(z.object({ sku: code })).describe('the lines') });

    expect(() => describeData('case.made', schema)).toThrow('case.made: lines[].sku has no meaning');
  });

  it('refuses a number whose form has no name', () => {
    const schema = z.object({ count: z.int().describe('how many') });

    expect(() => describeData('case.made', schema)).toThrow('case.made: count has a form without a name');
  });
});

describe('writtenAnew', () => {
  it('refuses a page that lost its marks', () => {
    expect(() => writtenAnew('# A page\n')).toThrow(`${pagePath} must have once: <!-- forms`);
  });
});
