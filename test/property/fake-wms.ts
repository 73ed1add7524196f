import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { CallResult, OrderCall } from '#shared/warehouses/connector.ts';

export interface WmsHabits {
  /** Forgets a cancelled order altogether, so that a create that comes late brings it back. */
  readonly forgets: boolean;
  /** Takes no parcel of this number. */
  readonly refuses?: string;
  /** Does not let every order go. */
  readonly keeps: boolean;
  /** Refuses a create under a code that it knows, in words that nobody can read, instead of answering as the first time. */
  readonly refusesKnown: boolean;
}

type Verb = 'create' | 'cancel';

interface Order {
  readonly advice: PreAdvice;
  isLive: boolean;
}

/** A WMS that keeps orders by our code, and remembers what it heard and in which order. */
export interface FakeWms {
  readonly faults: readonly string[];
  /** Every order that it ever took, by code, as it was taken last. */
  readonly taken: ReadonlyMap<string, PreAdvice>;
  /** How often it heard `create <code>` and `cancel <code>`. */
  readonly times: ReadonlyMap<string, number>;
  /** Codes that it did not let go. */
  readonly kept: ReadonlySet<string>;
  live(): readonly (readonly [code: string, advice: PreAdvice])[];
  /** The last that changed anything for a number. */
  lastHeard(trackingNumber: string): string | undefined;
  hear(verb: Verb, call: OrderCall): CallResult;
}

export function createFakeWms({ forgets, refuses, keeps, refusesKnown }: WmsHabits): FakeWms {
  const orders = new Map<string, Order>();
  const taken = new Map<string, PreAdvice>();
  const kept = new Set<string>();
  const heard: { readonly verb: Verb; readonly code: string; readonly advice: PreAdvice }[] = [];
  const contents = new Map<string, string>();
  const codes = new Map<string, string>();
  const times = new Map<string, number>();
  const faults: string[] = [];

  const claim = (claims: Map<string, string>, name: string, value: string, fault: string) => {
    if ((claims.get(name) ?? value) !== value) {
      faults.push(`${fault} ${name}`);
    }
    claims.set(name, value);
  };

  const create = ({ orderCode, advice }: OrderCall): CallResult => {
    claim(contents, orderCode, digestOf(advice), 'two contents under');
    claim(codes, advice.announcementId, orderCode, 'two codes for');
    const known = orders.get(orderCode);
    if (known && refusesKnown) {
      return { kind: 'refused', reason: 'E-17' };
    }
    if (known) {
      return digestOf(known.advice) === digestOf(advice) ? accepted(orderCode) : { kind: 'refused', reason: 'another' };
    }
    if (advice.trackingNumber === refuses) {
      return { kind: 'refused', reason: 'not-ours' };
    }
    orders.set(orderCode, { advice, isLive: true });
    taken.set(orderCode, advice);
    heard.push({ verb: 'create', code: orderCode, advice });
    return accepted(orderCode);
  };

  const cancel = ({ orderCode }: OrderCall): CallResult => {
    const known = orders.get(orderCode);
    if (!known?.isLive) {
      return { kind: 'accepted' };
    }
    if (keeps && /[0-7]$/.test(orderCode)) {
      kept.add(orderCode);
      return { kind: 'refused', reason: 'in-check' };
    }
    known.isLive = false;
    if (forgets) {
      orders.delete(orderCode);
    }
    heard.push({ verb: 'cancel', code: orderCode, advice: known.advice });
    return { kind: 'accepted' };
  };

  return {
    faults,
    taken,
    times,
    kept,
    live: () => [...orders].filter(([, { isLive }]) => isLive).map(([code, { advice }]) => [code, advice] as const),
    lastHeard: (trackingNumber) => {
      const last = heard.findLast(({ advice }) => advice.trackingNumber === trackingNumber);
      return last && `${last.verb} ${last.code}`;
    },
    hear: (verb, call) => {
      const what = `${verb} ${call.orderCode}`;
      times.set(what, (times.get(what) ?? 0) + 1);
      return structuredClone((verb === 'create' ? create : cancel)(structuredClone(call)));
    },
  };
}

function accepted(orderCode: string): CallResult {
  return { kind: 'accepted', orderId: `W-${orderCode}` };
}
