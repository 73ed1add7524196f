import { isLosslessNumber, LosslessNumber } from 'lossless-json';
import { expect, it } from 'vitest';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { isBranch, type Opened, type Opener, openJson } from './body-openers.ts';
import { faultyFacts } from './faulty-facts.ts';
import { factsIn, isLess, type Said, type SaidFact, saidIn, without } from './said.ts';

/**
 * What is to be known of the members of a source's messages. A member stands here by its path as a note names it, with `*` for any one step, and what
 * is said of it by its name: a fact (`refund`), a field of one (`tracking.numbers`, `details.paid`), or `*` for everything. What no delivery asks for
 * must not be here.
 */
export interface Members {
  /** How a body is taken apart and put together again: as JSON, if nothing else is said. */
  readonly open?: Opener;
  /** Other values where a changed letter or digit makes none, and, of a code, one that no documentation has. */
  readonly codes?: Readonly<Record<string, { readonly others?: readonly unknown[]; readonly unknown?: unknown }>>;
  /** What cannot be said without the member, although it does not come from it. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** What is said otherwise where the member cannot be read. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  /** What goes without a note where the member is not there: then the sender does not say it. */
  readonly unsaid?: Readonly<Record<string, readonly string[]>>;
  /** Members that notes name by what holds them. */
  readonly within?: Readonly<Record<string, readonly string[]>>;
}

type Observe = (delivery: Delivery) => Observed;
type Path = readonly string[];

/** Breaks each member of each delivery in turn: what the rest says is said as before, the broken member is named, nothing throws. */
export function describeBrokenMembers(members: Members, deliveries: readonly Delivery[], observe: Observe): void {
  const used = new Set<string>();
  const bodies = new Map(deliveries.map((each) => [JSON.stringify([String(each.body), each.headers]), each]));
  const told = [...bodies.values()].filter((each) => ['sayings', 'notify-only'].includes(observe(each).kind));
  const known = new Map<Delivery, readonly string[]>();
  const faultsOf = (delivery: Delivery) => {
    const faults = known.get(delivery) ?? faultsIn(trialOf(members, used, delivery, observe));
    known.set(delivery, faults);
    return faults;
  };

  it.each(told.map((each, index) => [`${index} ${each.channel} ${each.id}`, each] as const))(
    'A3: names each member that is broken, and says all that does not come from it: %s',
    (_name, delivery) => {
      expect(faultsOf(delivery)).toEqual([]);
    },
  );

  it('A3: declares no more of its members than there is to know', () => {
    told.forEach(faultsOf);
    expect(declarationsIn(members).filter((each) => !used.has(each))).toEqual([]);
  });

  it('never repeats a value of the body in the reason', () => {
    const repeated = deliveries.flatMap((delivery) => {
      const { tree, close, nameOf } = (members.open ?? openJson)(delivery);
      return leavesOf(tree)
        .filter((path) => notesIn(observe(close(put(tree, path, marker)))).includes(marker))
        .map(nameOf);
    });
    expect(repeated).toEqual([]);
  });
}

/** A text that stands in no body. */
const marker = 'Wq7-repeated-by-nobody';

/** Reason, note and the names in notes. */
function notesIn(observed: Observed): string {
  const names = observed.kind === 'sayings' ? observed.sayings.map(namesOn) : [];
  return JSON.stringify([names, 'reason' in observed && observed.reason, 'unread' in observed && observed.unread]);
}

/** One delivery, and what each of its members is to what it says. */
interface Trial {
  readonly members: Members;
  /** What was declared and turned out to be so. */
  readonly used: Set<string>;
  readonly opened: Opened;
  observe(tree: unknown): Observed;
  readonly whole: Observed;
  readonly facts: readonly SaidFact[];
  readonly said: readonly Said[];
  /** What comes from each leaf: what is said otherwise where another value stands there. */
  readonly carried: ReadonlyMap<string, readonly Said[]>;
}

function trialOf(members: Members, used: Set<string>, delivery: Delivery, observeDelivery: Observe): Trial {
  const opened = (members.open ?? openJson)(delivery);
  const observe = (tree: unknown) => observeDelivery(opened.close(tree));
  const whole = observeDelivery(delivery);
  const facts = factsIn(whole);
  const basis = { members, used, opened, observe, whole, facts, said: facts.flatMap(({ all }) => all) };
  const paths = pathsOf(opened.tree).filter((path) => !isBranch(at(opened.tree, path)) || isElement(opened.tree, path));
  return { ...basis, carried: new Map(paths.map((path) => [path.join('.'), carriedBy(basis, path)])) };
}

function carriedBy({ members, used, opened, observe, whole, said }: Omit<Trial, 'carried'>, path: Path): Said[] {
  const codes = matching(members.codes, opened.nameOf(path));
  for (const [pattern] of codes) {
    used.add(`codes ${pattern}`);
  }
  const values = [...codes.flatMap(([, code]) => code.others ?? []), ...otherValues(at(opened.tree, path))];
  const trees = values.map((other) => put(opened.tree, path, other));
  const others = [...trees, ...(isElement(opened.tree, path) ? [takeOut(opened.tree, path)] : [])]
    .map(observe)
    .filter((other) => other.kind === whole.kind && !('unread' in other && other.unread))
    .map((other) => without(said, saidIn(other)));
  return said.filter((each) => others.some((lost) => lost.includes(each)));
}

function isElement(tree: unknown, path: Path): boolean {
  return Array.isArray(at(tree, path.slice(0, -1)));
}

/** As if the element had never been in its list. */
function takeOut(tree: unknown, path: Path): unknown {
  const list = at(tree, path.slice(0, -1)) as unknown[];
  return put(tree, path.slice(0, -1), list.toSpliced(Number(path.at(-1)), 1));
}

/** The last digit or letter is another, or there is one more. */
function otherValues(value: unknown): unknown[] {
  if (isLosslessNumber(value)) {
    return [new LosslessNumber(nextDigit(value.value))];
  }
  if (typeof value !== 'string') {
    return typeof value === 'boolean' ? [!value] : [];
  }
  const letter = value.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (last) => (last === 'x' ? 'y' : 'x'));
  return [nextDigit(value), letter, `${value}x`].filter((other) => other !== value);
}

function nextDigit(text: string): string {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

interface Break {
  readonly path: Path;
  /** As a note names it. */
  readonly member: string;
  readonly how: 'missing' | 'null' | 'empty' | 'wrong type' | 'unknown code' | 'one more';
  readonly value: unknown;
  /** What nobody sends who follows the documentation; else it may be meant that nothing stands there. */
  readonly isFault: boolean;
}

function breaksOf({ members, opened: { tree, hasEmpty, nameOf } }: Trial, path: Path): Break[] {
  const value = at(tree, path);
  const inList = isElement(tree, path);
  const broken = (how: Break['how'], other: unknown, isFault = true, member = nameOf(path)): Break[] => [
    { path, member, how, value: other, isFault },
  ];
  const codes = matching(members.codes, nameOf(path)).flatMap(([, { unknown }]) => unknown ?? []);
  return [
    ...(inList ? [] : broken('missing', undefined, false)),
    ...(hasEmpty ? [...broken('null', null, inList), ...broken('empty', emptyOf(value), false)] : []),
    ...(value === null ? [] : broken('wrong type', isBranch(value) ? 'odd' : { odd: ['odd'] })),
    ...codes.flatMap((code) => broken('unknown code', code)),
    ...(Array.isArray(value) ? oddOnes(value) : []).flatMap((odd, _index, _all, list = value as unknown[]) =>
      broken('one more', [...list, odd], odd === 'odd', nameOf([...path, String(list.length)])),
    ),
  ];
}

function emptyOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return [];
  }
  return isBranch(value) ? {} : '';
}

/** Of a list of texts one more text is of no other kind. */
function oddOnes(list: readonly unknown[]): unknown[] {
  return list.every(isBranch) ? [{ odd: 'odd' }, 'odd'] : [{ odd: 'odd' }];
}

function faultsIn(trial: Trial): string[] {
  const again = trial.observe(trial.opened.tree);
  if (JSON.stringify(again) !== JSON.stringify(trial.whole)) {
    return [`taken apart and put together it says something else: ${JSON.stringify(again)}`];
  }
  return pathsOf(trial.opened.tree).flatMap((path) => {
    const tried = breaksOf(trial, path).map((each) => [each, observedOf(trial, each)] as const);
    const isRead = carriedWithin(trial, path).length > 0 || tried.some(([, observed]) => isOther(trial, observed));
    return tried.flatMap(([each, observed]) => {
      const faults = typeof observed === 'string' ? [observed] : faultsOf(trial, each, observed, isRead);
      return faults.map((fault) => `${each.member} ${each.how}: ${fault}`);
    });
  });
}

function observedOf({ opened, observe }: Trial, { path, value }: Break): Observed | string {
  try {
    return observe(put(opened.tree, path, value));
  } catch (error) {
    return `throws ${error}`;
  }
}

function isOther({ said, whole }: Trial, observed: Observed | string): boolean {
  return (
    typeof observed === 'string' ||
    observed.kind !== whole.kind ||
    without(said, saidIn(observed)).length > 0 ||
    without(saidIn(observed), said).length > 0
  );
}

function faultsOf(trial: Trial, broken: Break, observed: Observed, isRead: boolean): string[] {
  if (observed.kind === 'several') {
    return [];
  }
  if (observed.kind === 'ignored') {
    return !broken.isFault && isDeclared(trial, 'unsaid', broken, '*') ? [] : [`is ignored: ${observed.reason}`];
  }
  if (observed.kind === 'not-understood') {
    const named = observed.reason.split('; ').map((each) => each.replace(/:.*/s, ''));
    return [
      ...(isNamed(trial, broken, named) ? [] : [`is not named in the reason: ${observed.reason}`]),
      ...(lostOf(trial, broken, []).length > 0 && !isDeclared(trial, 'needs', broken, '*')
        ? [`leaves nothing that is understood: ${observed.reason}`]
        : []),
    ];
  }
  return [
    ...faultyFacts(observed).map((fact) => `makes what is no fact: ${JSON.stringify(fact)}`),
    ...lostOf(trial, broken, saidIn(observed)).map((each) => `takes away ${each.name} ${JSON.stringify(each.value)}`),
    ...gainedBy(trial, broken, observed).map((each) => `adds ${each.name} ${JSON.stringify(each.value)}`),
    ...(observed.kind === 'sayings' ? noteFaults(trial, broken, observed, isRead) : []),
    ...wholeFaults(trial, broken, observed),
  ];
}

/** What was said when it was whole, does not come from the member, and is said no more. */
function lostOf(trial: Trial, broken: Break, now: readonly Said[]): Said[] {
  const lost = without(trial.said, now);
  const carried = broken.how === 'one more' ? [] : carriedWithin(trial, broken.path);
  const isIn = (all: readonly Said[]) => (each: Said) => without([each], all).length === 0;
  // A report of goods of which no line can be read may go, too.
  const neededOf = ({ needed, all }: SaidFact) =>
    now.length === 0 ? [...needed, all.filter(({ name }) => isGoodsLine(name))] : needed;
  const gone = trial.facts
    .filter(({ isSaid }) => isIn(lost)(isSaid))
    .filter((fact) => neededOf(fact).some((field) => field.length > 0 && field.every(isIn(carried))));
  return without(lost, [...carried, ...gone.flatMap(({ all }) => without(all, carried))]).filter(
    (each) => !isNoLongerWhole(each, now) && !isDeclared(trial, 'needs', broken, each.name),
  );
}

/** That it is whole goes where it is said that it is not. */
function isNoLongerWhole({ name, slot }: Said, now: readonly Said[]): boolean {
  return isOfWhole(name) && now.some((each) => each.slot === slot && each.value === false);
}

function isOfWhole(name: string): boolean {
  return name === 'tracking.whole' || name === 'outbound.whole';
}

/** What was not said when it was whole, and neither is less of what was nor stands for it. */
function gainedBy(trial: Trial, broken: Break, observed: Observed): Said[] {
  const now = saidIn(observed);
  const lost = without(trial.said, now);
  return without(now, trial.said).filter((each) => {
    const before = lost.filter(({ slot }) => slot === each.slot);
    const isAllowed = before.some(({ value }) => isTime(each) || !broken.isFault || isLess(each.value, value));
    return !isAllowed && !isMark(trial, broken, each) && !isDeclared(trial, 'instead', broken, each.name);
  });
}

/** What is not said for certain is said to be so; of numbers only where one may be in what cannot be read. */
function isMark(trial: Trial, { path }: Break, { name, value }: Said): boolean {
  const carried = carriedWithin(trial, path).map((each) => each.name);
  const mayBe = (fact: string) => carried.includes(`${fact}.numbers`);
  return (
    /\.(?:partial|inPart|atReceipt)$/.test(name) ||
    (name.startsWith('tracking-unreadable') && mayBe('tracking')) ||
    (isOfWhole(name) && value === false && mayBe(name.replace('.whole', '')))
  );
}

/** What happened at a time that cannot be read is said as of when it was told. */
function isTime({ name }: Said): boolean {
  return /\.(?:at|version)$/.test(name);
}

function noteFaults(
  trial: Trial,
  broken: Break,
  observed: Extract<Observed, { kind: 'sayings' }>,
  isRead: boolean,
): string[] {
  const noted = (observed.unread ?? '').split('; ').map((each) => each.replace(/:.*/s, ''));
  const isNoted = [noted, ...observed.sayings.map(namesOn)].every((names) => isNamed(trial, broken, names));
  if (isNoted) {
    return [];
  }
  if (broken.isFault ? isRead : broken.how === 'one more' && isOther(trial, observed)) {
    return [`is not named: ${observed.unread}`];
  }
  return goneUnnamed(trial, broken, observed).map((each) => `takes away ${each.name} without a note`);
}

/** Facts and lines that are no more, where nobody says why; an empty list is a word, too. */
function goneUnnamed(trial: Trial, broken: Break, observed: Observed): Said[] {
  const now = saidIn(observed);
  const isWord = broken.how === 'empty' && Array.isArray(broken.value);
  const gone = isWord ? [] : without(trial.said, now);
  return gone
    .filter(({ isElement: isLine, name, slot }) =>
      isLine ? !now.some((other) => other.slot === slot) : !name.includes('.'),
    )
    .filter(({ name }) => !isDeclared(trial, 'unsaid', broken, name));
}

const goods = ['received', 'inspected', 'stocked-in'];

/** Nothing that stood is taken back by what cannot be read, and nothing is short. */
function wholeFaults(trial: Trial, broken: Break, observed: Observed): string[] {
  const now = factsIn(observed);
  const carried = carriedWithin(trial, broken.path).map(({ name }) => name);
  const takesNumbers = ['tracking', 'outbound'].some((fact) => {
    const numbersOf = (said: readonly Said[]) =>
      said.flatMap(({ name, value }) => (name === `${fact}.numbers` ? [Object(value).number] : []));
    const left = numbersOf(saidIn(observed));
    const isNumberLost =
      numbersOf(trial.said).some((each) => !left.includes(each)) ||
      (broken.how === 'one more' && carried.includes(`${fact}.numbers`));
    const isWhole = saidIn(observed).some(({ name, value }) => name === `${fact}.whole` && value === true);
    return isNumberLost && isWhole;
  });
  const ended = now.filter(
    ({ isSaid, all }) => goods.includes(isSaid.name) && !all.some(({ name }) => name.endsWith('.partial')),
  );
  const counts = broken.isFault && isCounted(trial, broken, carried, now);
  return [
    ...(broken.isFault && takesNumbers ? ['takes numbers away that it may hold'] : []),
    ...ended
      .filter(
        ({ isSaid, all }) =>
          isShort(trial, isSaid.name, all) || (counts && all.some(({ name }) => name.endsWith('.lines'))),
      )
      .filter(({ isSaid }) => !isDeclared(trial, 'unsaid', broken, `${isSaid.name}.lines`))
      .map(({ isSaid }) => `makes ${isSaid.name} short`),
  ];
}

/** Goods lines are others than when it was whole, or may be. */
function isCounted({ facts }: Trial, { how }: Break, carried: readonly string[], now: readonly SaidFact[]): boolean {
  const linesOf = (all: readonly SaidFact[]) =>
    all.flatMap(({ all: said }) =>
      said.filter(({ name }) => isGoodsLine(name)).map(({ name, value }) => [name, value]),
    );
  return how === 'one more'
    ? carried.some(isGoodsLine)
    : JSON.stringify(linesOf(facts)) !== JSON.stringify(linesOf(now));
}

function isGoodsLine(name: string): boolean {
  return goods.some((fact) => name === `${fact}.lines`);
}

/** Fewer units than when it was whole. */
function isShort({ said }: Trial, fact: string, now: readonly Said[]): boolean {
  return (
    unitsIn(fact, now) < unitsIn(fact, said) && now.some(({ name }) => name === `${fact}.lines` || fact === 'inspected')
  );
}

function unitsIn(fact: string, said: readonly Said[]): number {
  return said.reduce((sum, { name, value }) => sum + (name === `${fact}.lines` ? Object(value).quantity : 0), 0);
}

/** The paths on that fact of a saying which names them. */
function namesOn({ facts }: Extract<Observed, { kind: 'sayings' }>['sayings'][number]): readonly string[] {
  return facts.flatMap(({ unread = [] }) => unread);
}

function isNamed(trial: Trial, broken: Break, names: readonly string[]): boolean {
  const { member } = broken;
  // The message itself has no name.
  return (
    member === '' ||
    names.some(
      (name) =>
        name === member ||
        name.startsWith(`${member}.`) ||
        matching(trial.members.within, member).some(([pattern, holders]) =>
          holders.some((holder) => isMatch(holder, name) && trial.used.add(`within ${pattern} ${holder}`)),
        ),
    )
  );
}

function isDeclared(trial: Trial, table: 'needs' | 'instead' | 'unsaid', { member }: Break, name: string): boolean {
  const rows = matching(trial.members[table], member);
  const found = rows.flatMap(([pattern, names]) =>
    names.filter((each) => each === name || name.startsWith(`${each}.`)).map((each) => `${table} ${pattern} ${each}`),
  );
  for (const each of found) {
    trial.used.add(each);
  }
  return found.length > 0;
}

function declarationsIn({ codes = {}, needs = {}, instead = {}, unsaid = {}, within = {} }: Members): string[] {
  const tables = Object.entries({ needs, instead, unsaid, within });
  return [
    ...Object.keys(codes).map((pattern) => `codes ${pattern}`),
    ...tables.flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([pattern, names]) => names.map((name) => `${table} ${pattern} ${name}`)),
    ),
  ];
}

function matching<Row>(table: Readonly<Record<string, Row>> | undefined, member: string): [string, Row][] {
  return Object.entries(table ?? {}).filter(([pattern]) => isMatch(pattern, member));
}

/** True also of what a pattern's `*` stands for several of: each for one step. */
function isMatch(pattern: string, member: string): boolean {
  const [wanted, found] = [pattern.split('.'), member.split('.')];
  return wanted.length === found.length && wanted.every((step, index) => step === '*' || step === found[index]);
}

function carriedWithin({ opened, carried }: Pick<Trial, 'opened' | 'carried'>, path: Path): Said[] {
  const inner = [path, ...pathsOf(at(opened.tree, path)).map((rest) => [...path, ...rest])];
  return inner.flatMap((each) => carried.get(each.join('.')) ?? []);
}

function leavesOf(tree: unknown): Path[] {
  return pathsOf(tree).filter((path) => !isBranch(at(tree, path)));
}

function pathsOf(tree: unknown, path: Path = []): Path[] {
  const inner = isBranch(tree) ? Object.entries(tree) : [];
  return inner.flatMap(([step, value]) => [[...path, step], ...pathsOf(value, [...path, step])]);
}

function at(tree: unknown, path: Path): unknown {
  return path.reduce((inner, step) => Object(inner)[step], tree);
}

/** The tree with another value there; without it, where that is undefined. The tree itself is not changed. */
function put(tree: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) {
    return value;
  }
  const inner = put(Object(tree)[step], rest, value);
  if (Array.isArray(tree)) {
    return tree.toSpliced(Number(step), 1, inner);
  }
  const { [step]: _before, ...others } = Object(tree);
  return inner === undefined ? others : { ...(tree as object), [step]: inner };
}

/** The same delivery with other values at some of its members, or further ones. */
export function withMembers(open: Opener, delivery: Delivery, changes: Readonly<Record<string, unknown>>): Delivery {
  const { tree, close } = open(delivery);
  return close(Object.entries(changes).reduce((changed, [path, value]) => put(changed, path.split('.'), value), tree));
}
