import * as z from 'zod';
import { schemaWords } from '#shared/fault/schema-words.ts';
import { didYouMean } from './did-you-mean.ts';

/** What was validated, and against what. */
export interface Validated {
  readonly schema: z.ZodType;
  readonly raw: unknown;
}

type Path = readonly PropertyKey[];

/** What is wrong with a field, for whoever wrote it: a line with its path, what it got, what is allowed, and what may have been meant. */
export function describeIssue(issue: z.core.$ZodIssue, validated: Validated): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(validated.schema, issue.path);
    return issue.keys.map((key) => {
      const path = pathText([...issue.path, key]);
      return `  ${path}: is no field; remove it or correct its name${didYouMean(key, known)}`;
    });
  }
  const meant = issue.code === 'invalid_union' ? meantForm(issue) : undefined;
  if (meant) {
    return meant.flatMap((each) => describeIssue({ ...each, path: [...issue.path, ...each.path] }, validated));
  }
  const got = valueAt(validated.raw, issue.path);
  const { word, known } = wordsOf(issue, got);
  const allowed = issue.code === 'invalid_union' ? formsText(issue) : schemaWords(issue.message);
  const found = got === undefined ? 'is missing' : `got ${gotText(got)}`;
  return [
    `  ${pathText(issue.path) || 'the file'}: ${found}; ${allowed.replace('is missing; it ', '')}${didYouMean(word, known)}`,
  ];
}

/** The one form of several whose kind of value is there, so that it is wrong only within. */
function meantForm({ errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const near = errors.filter((issues) => issues.every((each) => each.path.length > 0 || 'keys' in each));
  return near.length === 1 ? near[0] : undefined;
}

function formsText({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const forms = errors.map((issues) => issues.map(({ path, message }) => `${pathText(path)} ${message}`.trim()));
  return `none of the allowed forms: ${forms.map((each) => each.join(', ')).join(' | ')}`;
}

interface Words {
  readonly word: unknown;
  readonly known: readonly string[];
}

/** Which word stands there, and which may, where they can be told. */
function wordsOf(issue: z.core.$ZodIssue, word: unknown): Words {
  switch (issue.code) {
    case 'invalid_value':
      return { word, known: issue.values.map(String) };
    case 'invalid_union':
      return { word, known: issue.errors.flat().flatMap((each) => wordsOf(each, word).known) };
    case 'custom':
      return issue.params?.unknown ?? { word, known: [] };
    default:
      return { word, known: [] };
  }
}

type Node = z.core.JSONSchema.BaseSchema;

/** The names of the fields that there may be at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return nodesAt(root, path).flatMap(({ properties = {} }) => Object.keys(properties));
}

function nodesAt(node: Node, [step, ...rest]: Path): Node[] {
  if (node.anyOf) {
    return node.anyOf.flatMap((each) => nodesAt(each as Node, step === undefined ? [] : [step, ...rest]));
  }
  if (step === undefined) {
    return [node];
  }
  const next = typeof step === 'number' ? node.items : node.properties?.[String(step)];
  return next ? nodesAt(next as Node, rest) : [];
}

/** `channels[2].role` */
function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], raw);
}

function gotText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
