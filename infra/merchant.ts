import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';

const merchantsFolder = join(import.meta.dirname, 'merchants');

/**
 * Reads and validates `<folder>/<name>.json`.
 * @throws Error with one line per wrong field: its path, what it got and what is allowed.
 */
export function readMerchant(name: string, folder = merchantsFolder): Merchant {
  const file = join(folder, `${name}.json`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(folder).filter((each) => each.endsWith('.json'));
    throw new Error(`there is no merchant "${name}"; known: ${known.map((each) => each.slice(0, -5)).join(', ')}`);
  }
  const raw = parseJson(file);
  const parsed = merchantSchema.safeParse(raw);
  if (!parsed.success) {
    const lines = parsed.error.issues.flatMap((issue) => describeIssue(issue, raw));
    throw new Error(`merchant file ${name}.json is wrong:\n${lines.join('\n')}`);
  }
  if (parsed.data.merchant !== name) {
    throw new Error(
      `merchant file ${name}.json is wrong:\n  merchant: got ${JSON.stringify(parsed.data.merchant)}; it must be the file's name, "${name}"`,
    );
  }
  return parsed.data;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`merchant file ${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function describeIssue(issue: z.core.$ZodIssue, raw: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `  ${pathText([...issue.path, key])}: is no field; remove it or correct its name`);
  }
  const allowed = issue.code === 'invalid_union' ? unionText(issue) : issue.message;
  return [`  ${pathText(issue.path)}: got ${gotText(issue.path, raw)}; ${allowed}`];
}

function unionText(issue: z.core.$ZodIssueInvalidUnion): string {
  const variants = issue.errors.map((errors) =>
    errors.map(({ path, message }) => `${pathText(path)} ${message}`.trim()).join(', '),
  );
  return `none of the allowed forms: ${variants.join(' | ')}`;
}

/** `channels[2].role` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function gotText(path: readonly PropertyKey[], raw: unknown): string {
  const value = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], raw);
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
