import type * as z from 'zod';
import { schemaWords } from '#shared/fault/schema-words.ts';
import { faultsOf } from './observed.ts';
import type { Unread } from './source.ts';

export type ReadInPart<Value> =
  | { readonly ok: true; readonly value: Value; readonly unread: readonly Unread[] }
  /** What nothing can be understood without is not there, or cannot be read. */
  | { readonly ok: false; readonly reason: string };

/** A member by its name, or all whose path, without the root, is of a form. */
export type Telling = string | RegExp;

interface Options {
  /** What stands before each path. */
  readonly root?: string;
  /**
   * Members that may be missing, but whose holder says something else where one is there and cannot be read: a stock type, an owner, a SKU. So does
   * what holds that, where the holder is one of them, too.
   */
  readonly telling?: readonly Telling[];
}

/** Each round takes away at least one member; a message that is still not read after so many is none. */
const mostRounds = 100;

/**
 * Reads a message by its members: what does not fit the schema is left out, and the smallest thing that can do without it is read without it: the
 * object where the member is optional, the list where an element lacks what it needs. Never throws.
 *
 * @param value - As it was parsed; it is not changed.
 */
export function readInPart<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  { root = '', telling = [] }: Options = {},
): ReadInPart<z.output<Shape>> {
  const whole = shape.safeParse(value);
  return whole.success
    ? { ok: true, value: whole.data, unread: [] }
    : readWithout(shape, value, faultsOf(whole.error, root), { root, telling });
}

/** @param reason - What is wrong with the whole, for where nothing is left of it. */
function readWithout<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  reason: string,
  { root, telling }: Required<Options>,
): ReadInPart<z.output<Shape>> {
  const message: Message = { tree: { '': structuredClone(value) }, places: new Map(), root };
  const unread: Unread[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const read = shape.safeParse(message.tree['']);
    if (read.success) {
      return { ok: true, value: read.data, unread: eachOnce(unread) };
    }
    const broken = read.error.issues.map(({ path, message: words }) => ({
      path,
      words,
      gone: goneWith(message, path, telling),
    }));
    if (broken.some(({ gone }) => gone.length === 0)) {
      break;
    }
    for (const { path, words, gone } of broken) {
      unread.push({ path: nameOf(message, path), gone: nameOf(message, gone), expected: schemaWords(words) });
    }
    takeAway(
      message,
      broken.map(({ gone }) => gone),
    );
  }
  return { ok: false, reason };
}

type Path = readonly PropertyKey[];
type Branch = Record<PropertyKey, unknown>;

interface Message {
  /** The message itself under an empty name, so that each member has a holder. */
  readonly tree: Branch;
  /** Of a list from which elements were taken: where those that are left stood. */
  readonly places: Map<unknown, readonly number[]>;
  readonly root: string;
}

/** What has to go for a member: itself; what holds it, where it is missing or tells what the rest means. */
function goneWith({ tree }: Message, path: Path, telling: readonly Telling[]): Path {
  let at: unknown = tree[''];
  let present = path;
  for (const [depth, key] of path.entries()) {
    const isElement = Array.isArray(at);
    at = isBranch(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    if (at === undefined) {
      // An element that holds nothing is there all the same: a list has places.
      present = path.slice(0, isElement ? depth + 1 : depth);
      break;
    }
  }
  while (telling.some((each) => isTelling(each, present))) {
    present = present.slice(0, -1);
  }
  return present;
}

function isTelling(telling: Telling, path: Path): boolean {
  return typeof telling === 'string' ? path.at(-1) === telling : telling.test(path.map(String).join('.'));
}

function takeAway(message: Message, paths: readonly Path[]): void {
  const lists = new Map<unknown[], Set<number>>();
  for (const path of paths) {
    const holder = holderOf(message, path);
    const key = path.at(-1) ?? '';
    if (Array.isArray(holder)) {
      lists.set(holder, (lists.get(holder) ?? new Set()).add(Number(key)));
    } else if (holder) {
      delete holder[key];
    }
  }
  for (const [list, gone] of lists) {
    const before = message.places.get(list) ?? [...list.keys()];
    const kept = [...list.keys()].filter((index) => !gone.has(index));
    message.places.set(
      list,
      kept.map((index) => before[index] ?? index),
    );
    list.splice(0, list.length, ...kept.map((index) => list[index]));
  }
}

function holderOf({ tree }: Message, path: Path): Branch | undefined {
  let at: unknown = tree;
  for (const key of ['', ...path.slice(0, -1)]) {
    at = isBranch(at) ? at[key] : undefined;
  }
  return isBranch(at) ? at : undefined;
}

/** As the message has it, whatever was taken away before. */
function nameOf({ tree, places, root }: Message, path: Path): string {
  const names = root === '' ? [] : [root];
  let at: unknown = tree[''];
  for (const key of path) {
    names.push(String(places.get(at)?.[Number(key)] ?? String(key)));
    at = isBranch(at) ? at[key] : undefined;
  }
  return names.join('.');
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

/** Each member once, by what was first wrong with it and what had to go for it in the end. */
function eachOnce(unread: readonly Unread[]): Unread[] {
  const byPath = new Map<string, Unread>();
  for (const each of unread) {
    byPath.set(each.path, { ...each, expected: byPath.get(each.path)?.expected ?? each.expected });
  }
  return [...byPath.values()];
}
