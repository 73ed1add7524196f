import type * as z from 'zod';
import { type FieldFault, fieldWords } from '#shared/words/field-words.ts';
import type { FieldError } from './shapes/problem.ts';

export type Checked = { readonly value: unknown } | { readonly errors: readonly FieldError[] };

/** Holds what was sent against its schema; what is wrong is named in both languages, never the value itself. */
export function checkInput(schema: z.ZodType, sent: unknown, where: FieldError['in']): Checked {
  const { success, data, error } = schema.safeParse(sent, { reportInput: true });
  return success ? { value: data } : { errors: error.issues.flatMap((issue) => errorsOf(issue, where)) };
}

type Issue = z.core.$ZodIssue;

function errorsOf(issue: Issue, where: FieldError['in']): FieldError[] {
  const fields =
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.map(String).join('.')];
  const [fault, figure] = faultOf(issue);
  const words = fieldWords[fault](figure);
  return fields.map((field) => ({ in: where, field, detail: words.en, 'detail-zh-CN': words['zh-CN'] }));
}

const kinds: Readonly<Record<string, FieldFault>> = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  boolean: 'flag',
  array: 'list',
  object: 'object',
  nonoptional: 'missing',
};

type Found = readonly [fault: FieldFault, figure: string];
type Faults = { readonly [Code in Issue['code']]?: (issue: Extract<Issue, { readonly code: Code }>) => Found };

const faults: Faults = {
  invalid_type: ({ input, expected }) => [input === undefined ? 'missing' : (kinds[expected] ?? 'wrong'), ''],
  invalid_value: ({ values }) => ['oneOf', values.join(', ')],
  // Of a union that one field tells apart: which words that field may have.
  invalid_union: (issue) => ('options' in issue && issue.options ? ['oneOf', issue.options.join(', ')] : ['wrong', '']),
  too_big: ({ origin, maximum }) => [isNumber(origin) ? 'most' : 'mostLong', String(maximum)],
  too_small: ({ origin, minimum }) => [isNumber(origin) ? 'least' : 'leastLong', String(minimum)],
  unrecognized_keys: () => ['unknown', ''],
  invalid_format: ({ format }) => [format === 'datetime' ? 'time' : 'wrong', ''],
  custom: ({ message }) => [isFault(message) ? message : 'wrong', ''],
};

function faultOf(issue: Issue): Found {
  const say = faults[issue.code] as ((issue: Issue) => Found) | undefined;
  return say?.(issue) ?? ['wrong', ''];
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint';
}

function isFault(text: string): text is FieldFault {
  return Object.hasOwn(fieldWords, text);
}
