import type { Entry } from '#shared/returns/attention/entry.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import { type Deed, deeds } from '#shared/returns/work/part.ts';

/** A platform may be called in on every kind of case, and then wants evidence. */
const ofMoney: readonly Deed[] = ['approved', 'declined', 'refunded', 'evidence-sent'];
const ofGoods: readonly Deed[] = ['approved', 'declined', 'replacement-sent', 'evidence-sent'];

const fitting: Readonly<Record<CaseKind, readonly Deed[]>> = {
  'refund-only': ofMoney,
  return: ofMoney,
  exchange: ofGoods,
  reship: ofGoods,
  complaint: ofMoney,
};

/** What one may have done in a store about a case of its kind; about one of a kind that nobody knows, anything. */
export function fittingDeeds(entry: Entry): readonly Deed[] {
  const kind = entry.record === 'case' ? entry.kind : undefined;
  return kind !== undefined && isKnown(kind) ? fitting[kind] : deeds;
}

function isKnown(kind: string): kind is CaseKind {
  return Object.hasOwn(fitting, kind);
}
