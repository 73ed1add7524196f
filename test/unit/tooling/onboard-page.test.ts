import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { allReceivers } from '#shared/sources/all-receivers.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/onboard.md'), 'utf8');

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
}

interface Field {
  readonly path: string;
  readonly isRequired: boolean;
  readonly default?: unknown;
}

/** Every field below, each before what it holds. */
function fieldsOf({ properties = {}, required = [] }: JsonSchema, before = ''): Field[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const own = { path, isRequired: required.includes(name), ...('default' in field && { default: field.default }) };
    const forms = [field, ...(field.anyOf ?? [])];
    return [
      own,
      ...forms.flatMap((form) => fieldsOf(form, `${path}.`)),
      ...forms.flatMap(({ items }) => (items ? fieldsOf(items, `${path}[].`) : [])),
    ];
  });
}

const fields = fieldsOf(z.toJSONSchema(merchantSchema, { io: 'input' }) as JsonSchema);
const [, table = ''] = page.split('\n## Each field\n');
const rows = [...table.matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|/gm)].map(([, path, required, byDefault]) => ({
  path: path ?? '',
  required: required?.trim(),
  byDefault: byDefault?.trim(),
}));

describe('docs/onboard.md', () => {
  it('shows infra/merchants/harbour.json as it is', () => {
    const [, shown] = /```json\n(\{\n {2}"merchant[^`]*)```/.exec(page) ?? [];

    expect(shown).toBe(readFileSync(join(root, 'infra/merchants/harbour.json'), 'utf8'));
  });

  it('names each source that there is', () => {
    const [, named = ''] = /^\| `channels\[\]\.source` \|[^|]*\|[^|]*\|([^|]*)\|/m.exec(table) ?? [];

    expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name).toSorted()).toEqual(
      Object.values(allReceivers)
        .map(({ source }) => source)
        .toSorted(),
    );
  });

  it('has a row of each field, and of no other', () => {
    expect(rows.map(({ path }) => path).toSorted()).toEqual(fields.map(({ path }) => path).toSorted());
  });

  it.each(fields.filter(({ path }) => rows.some((row) => row.path === path)))(
    'says whether $path is required',
    (field) => {
      const row = rows.find(({ path }) => path === field.path);

      expect(row?.required === 'yes').toBe(field.isRequired);
    },
  );

  it.each(fields.filter((field) => 'default' in field && !isObject(field.default)))(
    'says the default of $path',
    (field) => {
      const row = rows.find(({ path }) => path === field.path);
      const shown =
        Array.isArray(field.default) || typeof field.default !== 'string'
          ? JSON.stringify(field.default)
          : field.default;

      expect(row?.byDefault).toBe(`\`${shown}\``);
    },
  );
});

/** What such a field has by default stands with the fields in it. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
