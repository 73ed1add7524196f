import type { Delivery, Observed, Observer, Saying } from '#shared/sources/source.ts';

/** What an adapter does wrong with one delivery. */
export type Break =
  /** One member of the body, chosen by `place`, is not there, of another type, or holds a word that nobody knows. */
  | { readonly kind: 'member'; readonly place: number; readonly how: 'missing' | 'other-type' | 'unknown' }
  | { readonly kind: 'not-understood' }
  /** One of its sayings, chosen by `place`, is put at another record. */
  | { readonly kind: 'misplaced'; readonly place: number }
  /** Each tracking number that a case states is taken for another. */
  | { readonly kind: 'misread' };

/** The adapter as it was before it was mended: it does wrong what `breakOf` says of a delivery, and the rest as today. */
export function brokenObserver(real: Observer, breakOf: (delivery: Delivery) => Break | undefined): Observer {
  return {
    ...real,
    observe: (delivery, channel, merchant) => {
      const fault = breakOf(delivery);
      const body = fault?.kind === 'member' ? brokenBody(delivery.body, fault) : delivery.body;
      const observed = real.observe({ ...delivery, body }, channel, merchant);
      return fault ? brokenWord(observed, fault) : observed;
    },
  };
}

/** The same adapter with all that it does wrong mended: it reads as today, under a revision of its own. */
export function mendedObserver(real: Observer): Observer {
  return { ...real, revision: real.revision + 1 };
}

function brokenWord(observed: Observed, fault: Break): Observed {
  if (fault.kind === 'not-understood') {
    return { kind: fault.kind, reason: 'a member: is nothing that anybody knows' };
  }
  if (observed.kind !== 'sayings' || fault.kind === 'member') {
    return observed;
  }
  const { sayings } = observed;
  return fault.kind === 'misread'
    ? { ...observed, sayings: sayings.map(withMisreadNumbers) }
    : {
        ...observed,
        sayings: sayings.map((each, index) => (index === fault.place % sayings.length ? misplaced(each, fault) : each)),
      };
}

/** A number that nobody sent, and three that stand in fixtures. */
const otherNumbers = ['MISREAD00001', 'SF1234567890123', 'YT7700000000001', '1ZTEST990000000014'];

function misplaced(saying: Saying, { place }: { readonly place: number }): Saying {
  if (saying.about === 'parcel') {
    return { ...saying, number: otherNumber(saying.number, place) };
  }
  if ('alias' in saying.ref) {
    const { kind, value } = saying.ref.alias;
    return { ...saying, ref: { alias: { kind, value: `${value}9` } } };
  }
  return { ...saying, ref: { caseKey: `${saying.ref.caseKey}9` } };
}

function otherNumber(number: string, place: number): string {
  const others = otherNumbers.filter((each) => each !== number);
  return others[place % others.length] ?? number;
}

function withMisreadNumbers(saying: Saying): Saying {
  if (saying.about === 'parcel') {
    return saying;
  }
  const facts = saying.facts.map((fact) =>
    fact.fact === 'tracking'
      ? { ...fact, numbers: fact.numbers.map((each, index) => ({ ...each, number: otherNumber(each.number, index) })) }
      : fact,
  );
  return { ...saying, facts };
}

type BrokenMember = Extract<Break, { readonly kind: 'member' }>;

/** JSON, XML or a form whose `param` is JSON: as the senders of the fixtures write. */
function brokenBody(body: Uint8Array, fault: BrokenMember): Uint8Array {
  // Byte for byte, whatever the charset.
  const text = Buffer.from(body).toString('latin1');
  const first = text.trimStart()[0];
  if (first === '<') {
    return Buffer.from(brokenXml(text, fault), 'latin1');
  }
  if (first === '{' || first === '[') {
    return Buffer.from(brokenJson(Buffer.from(body).toString(), fault));
  }
  const form = new URLSearchParams(text);
  form.set('param', brokenJson(form.get('param') ?? '{}', fault));
  return Buffer.from(form.toString());
}

function brokenXml(text: string, { place, how }: BrokenMember): string {
  const elements = [...text.matchAll(/<(\w+)>[^<]*<\/\1>/g)];
  const element = elements[place % elements.length];
  const [all = '', name = ''] = element ?? [];
  const instead = { missing: '', 'other-type': `<${name}><x>1</x></${name}>`, unknown: `<${name}>?</${name}>` }[how];
  return text.slice(0, element?.index) + instead + text.slice((element?.index ?? 0) + all.length);
}

type Branch = Record<string, unknown>;

function brokenJson(text: string, { place, how }: BrokenMember): string {
  const tree: unknown = parseLosslessly(text);
  const members = membersIn(tree);
  const nested = members.find(({ holder, key }) => isNested(holder[key]));
  if (nested && place % 4 > 0) {
    const inner = String(nested.holder[nested.key]);
    nested.holder[nested.key] = brokenJson(inner, { kind: 'member', place: Math.floor(place / 4), how });
    return JSON.stringify(tree);
  }
  const { holder, key } = members[place % members.length] ?? { holder: {}, key: '' };
  if (how === 'missing') {
    delete holder[key];
  } else {
    holder[key] = how === 'unknown' ? 'no such word' : isBranch(holder[key]) ? 7 : { x: 1 };
  }
  return JSON.stringify(tree);
}

/** Ids beyond 2^53 stay as they are. */
function parseLosslessly(text: string): unknown {
  type Reviver = (key: string, value: unknown, context: { readonly source: string }) => unknown;
  const { parse, rawJSON } = JSON as unknown as {
    parse: (from: string, reviver: Reviver) => unknown;
    rawJSON: (source: string) => unknown;
  };
  return parse(text, (_key, value, { source }) => (typeof value === 'number' ? rawJSON(source) : value));
}

function membersIn(value: unknown): { readonly holder: Branch; readonly key: string }[] {
  if (!isBranch(value) || 'rawJSON' in value) {
    return [];
  }
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...membersIn(value[key])]);
}

function isNested(value: unknown): boolean {
  return typeof value === 'string' && /^[{[]/.test(value);
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}
