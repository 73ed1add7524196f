import type { Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf, parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { notUnderstood, saying } from '../observed.ts';
import type { CaseRef, Observed, PersonalData, Saying } from '../source.ts';
import type { Context } from './row.ts';

export interface CaseName {
  readonly caseId: string;
  readonly shop?: string;
}

export type ReadRef = { readonly ok: true; readonly ref: CaseRef } | { readonly ok: false; readonly reason: string };

/**
 * Which case is meant. A store speaks of its own shops only. Anyone else may give the whole key of a configured shop's case
 * (`standard:main:RMA-1`), or the shop beside the id; else the id is a name to be looked up.
 */
export function caseRefOf(name: CaseName, { channel, merchant }: Context): ReadRef {
  return channel.role === 'store' ? ownCase(name, channel, merchant) : foreignCase(name, merchant);
}

function ownCase({ caseId, shop }: CaseName, { source, shops }: Context['channel'], merchant: Merchant): ReadRef {
  if (isConfiguredKey(caseId, merchant)) {
    return { ok: false, reason: 'data.caseId: a store names a case by its own id, without source and shop' };
  }
  const named = shop ?? (shops.length === 1 ? shops[0] : undefined);
  if (named === undefined || !shops.includes(named)) {
    return { ok: false, reason: `data.shop: must be one of: ${shops.join(', ')}` };
  }
  return { ok: true, ref: { caseKey: caseKeyOf({ source, shop: named, caseId }) } };
}

function foreignCase({ caseId, shop }: CaseName, merchant: Merchant): ReadRef {
  if (isConfiguredKey(caseId, merchant)) {
    return { ok: true, ref: { caseKey: caseId } };
  }
  if (shop === undefined) {
    return { ok: true, ref: { alias: { kind: 'case-id', value: caseId } } };
  }
  const [source, ...more] = merchant.channels.filter((each) => each.shops.includes(shop)).map((each) => each.source);
  if (source === undefined || more.length > 0) {
    return { ok: false, reason: 'data.shop: must be a shop of one channel in the merchant’s file' };
  }
  return { ok: true, ref: { caseKey: caseKeyOf({ source, shop, caseId }) } };
}

/** True for `<source>:<shop>:<case id>` of a shop that the merchant has. */
export function isConfiguredKey(key: string, { channels }: Merchant): boolean {
  const parts = parseCaseKey(key);
  return (
    parts !== undefined && channels.some((each) => each.source === parts.source && each.shops.includes(parts.shop))
  );
}

/** Facts of the case that the message names, and after them what else it says. */
export function aboutCase(
  name: CaseName,
  context: Context,
  facts: readonly CaseFact[],
  more: { readonly person?: PersonalData; readonly before?: readonly Saying[] } = {},
): Observed {
  const read = caseRefOf(name, context);
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const person = more.person && Object.keys(more.person).length > 0 ? { person: more.person } : {};
  return saying(...(more.before ?? []), { about: 'case', ref: read.ref, facts, ...person });
}
