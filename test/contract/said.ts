import { isCaseFact } from '#shared/returns/case/facts.ts';
import { isParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Observed, Saying } from '#shared/sources/source.ts';
import { isBranch } from './body-openers.ts';

/** One thing that is said. Each element of a list, and each field of `details`, is one by itself. */
export interface Said {
  /** Of whom, in which fact, in which field: `parcel SF1 received.lines`. */
  readonly slot: string;
  /** Fact and field: `received.lines`; the fact alone, for that it is said at all. */
  readonly name: string;
  readonly value: unknown;
  readonly isElement: boolean;
}

/** One fact with all that it says. */
export interface SaidFact {
  readonly isSaid: Said;
  readonly all: readonly Said[];
  /** What it is no fact without, but for its time, field by field: it may go with any of them. */
  readonly needed: readonly (readonly Said[])[];
}

/** All facts of a delivery, its hint or its personal data as one fact, too; notes are left out. */
export function factsIn(observed: Observed): SaidFact[] {
  if (observed.kind === 'notify-only') {
    const { kind: _kind, at, atReceipt, ...named } = observed;
    return [factOf('hint', 'hint', { ...named, at, ...(atReceipt && { atReceipt }) }, Object.keys(named))];
  }
  return observed.kind === 'sayings' ? observed.sayings.flatMap(factsOf) : [];
}

export function saidIn(observed: Observed): Said[] {
  return factsIn(observed).flatMap(({ all }) => all);
}

function factsOf(saying: Saying): SaidFact[] {
  const about = saying.about === 'case' ? `case ${JSON.stringify(saying.ref)}` : `parcel ${saying.number}`;
  const isFact = saying.about === 'case' ? isCaseFact : isParcelFact;
  const facts = saying.facts.map(({ fact, unread: _unread, ...fields }) => {
    const all = Object.entries(fields);
    const isNeeded = (name: string) =>
      !isFact({ fact, ...Object.fromEntries(all.filter(([other]) => other !== name)) });
    const needed = all.map(([name]) => name).filter((name) => name !== 'at' && isNeeded(name));
    return factOf(about, fact, fields, needed);
  });
  const person = saying.about === 'case' && saying.person ? [factOf(about, 'person', saying.person, [])] : [];
  return [...facts, ...person.map((each) => ({ ...each, all: each.all.filter((said) => said !== each.isSaid) }))];
}

function factOf(about: string, fact: string, fields: object, needed: readonly string[]): SaidFact {
  const isSaid = { slot: `${about} ${fact}`, name: fact, value: true, isElement: false };
  const said = Object.entries(fields).map(([field, value]) => [field, saidOf(about, fact, field, value)] as const);
  return {
    isSaid,
    all: [isSaid, ...said.flatMap(([, values]) => values)],
    needed: said.filter(([field, values]) => needed.includes(field) && values.length > 0).map(([, values]) => values),
  };
}

function saidOf(about: string, fact: string, field: string, value: unknown): Said[] {
  if (field === 'details') {
    return Object.entries(value as object).flatMap(([name, each]) => saidOf(about, 'details', name, each));
  }
  const name = `${fact}.${field}`;
  const isElement = Array.isArray(value);
  const values: readonly unknown[] = isElement ? value : [value];
  return values.map((each) => ({ slot: `${about} ${name}`, name, value: each, isElement }));
}

/** What of the first is not in the second, each as often as it is there. */
export function without(all: readonly Said[], others: readonly Said[]): Said[] {
  const left = others.map(keyOf);
  return all.filter((each) => {
    const at = left.indexOf(keyOf(each));
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}

function keyOf({ slot, value }: Said): string {
  return `${slot} ${JSON.stringify(value)}`;
}

/** True of the same with less in it: fields left out, a smaller number. */
export function isLess(value: unknown, than: unknown): boolean {
  if (isBranch(value) && isBranch(than)) {
    const whole = Object.entries(than);
    return Object.entries(value).every(([name, each]) =>
      whole.some(([other, its]) => other === name && isLess(each, its)),
    );
  }
  return value === than || (typeof value === 'number' && typeof than === 'number' && value < than);
}
