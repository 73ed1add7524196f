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
  /** Slot and value: two that say the same have the same. */
  readonly key: string;
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
  const person = saying.person ? [factOf(about, 'person', saying.person, [])] : [];
  return [...facts, ...person.map((each) => ({ ...each, all: each.all.filter((one) => one !== each.isSaid) }))];
}

function factOf(about: string, fact: string, fields: object, needed: readonly string[]): SaidFact {
  const isSaid = said(`${about} ${fact}`, fact, true, false);
  const each = Object.entries(fields).map(([field, value]) => [field, saidOf(about, fact, field, value)] as const);
  return {
    isSaid,
    all: [isSaid, ...each.flatMap(([, values]) => values)],
    needed: each.filter(([field, values]) => needed.includes(field) && values.length > 0).map(([, values]) => values),
  };
}

function saidOf(about: string, fact: string, field: string, value: unknown): Said[] {
  if (field === 'details') {
    return Object.entries(value as object).flatMap(([name, each]) => saidOf(about, 'details', name, each));
  }
  if (field === 'photos') {
    // The hash over links says nothing by itself.
    return [said(`${about} ${fact}.photos`, `${fact}.photos`, Object(value).count, false)];
  }
  const name = `${fact}.${field}`;
  const isElement = Array.isArray(value);
  const values: readonly unknown[] = isElement ? value : [value];
  return values.map((each) => said(`${about} ${name}`, name, each, isElement));
}

function said(slot: string, name: string, value: unknown, isElement: boolean): Said {
  return { slot, name, value, isElement, key: `${slot} ${JSON.stringify(value)}` };
}

/** What of the first is not in the second, each as often as it is there. */
export function without(all: readonly Said[], others: readonly Said[]): Said[] {
  const left = others.map(({ key }) => key);
  return all.filter((each) => {
    const at = left.indexOf(each.key);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
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
