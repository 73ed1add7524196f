import type * as z from 'zod';
import type { ReadNumber } from '#shared/identifiers/tracking-number.ts';
import { trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { goodsIdOf } from '#shared/returns/goods/goods.ts';
import { inPart, notUnderstood, reasonOf, saying } from '../observed.ts';
import type { Observed, Saying, Unread } from '../source.ts';
import { aboutCase } from './case-ref.ts';
import { id, noNumber, trackingNumber } from './fields.ts';
import type { Pictured } from './photos.ts';
import type { Context } from './row.ts';

/** Where goods came to, in which parcel, and of which case. */
export const place = {
  warehouseId: id.describe("your warehouse, by its id in the merchant's file"),
  trackingNumber: trackingNumber
    .exactOptional()
    .describe(
      'the number of the parcel; a placeholder counts as left out; where several stand in one field, with a comma or the like between them, each counts',
    ),
  caseId: id.exactOptional().describe('whose goods they are: [Name the case](#name-the-case)'),
  shop: id.exactOptional().describe("the case's shop, where the id alone does not say it"),
};
type Place = z.output<z.ZodObject<typeof place>>;

/** What {@link goods} asks for, and what becomes of two reports. */
export const placeRules = [
  '`warehouseId` must be the warehouse of the channel.',
  'A number in `trackingNumber` or a `caseId` must be there; with both, the number becomes one of the case.',
  'With several numbers the goods are those of the case that is named; without one it counts only that the parcels came, since nobody can tell which goods were in which.',
  'A `trackingNumber` in which there is neither a number nor a placeholder is not understood.',
  'A report is known by its id: the same id with a later time takes the place of what it said before, and different ids add up.',
].join(' ');

const nobodysGoods: Unread = { path: 'data.caseId', expected: 'must be there, where several parcels are named' };

/**
 * By tracking number where there is one; a case named beside it is linked to that number. Else by case. Of several numbers the goods are the case's, too,
 * since what was in which is not said: each parcel only hears that it came.
 */
export function goods(data: Place, context: Context, report: Pictured): Observed {
  const { channel } = context;
  if (data.warehouseId !== channel.warehouse) {
    return notUnderstood(`data.warehouseId: must be ${channel.warehouse}, the warehouse of this channel`);
  }
  const { numbers, rest } = trackingNumbersIn(data.trackingNumber ?? '');
  const [first, ...more] = numbers;
  const unread = rest.length > 0 ? [noNumber] : [];
  if (!first) {
    return unread.length > 0 ? notUnderstood(reasonOf(unread)) : ofCase(data, context, report);
  }
  return inPart(
    more.length > 0 ? inSeveral(data, context, report, numbers) : inOne(data, context, report, first),
    unread,
  );
}

function inOne(data: Place, context: Context, { fact, person }: Pictured, { number, seen }: ReadNumber): Observed {
  const facts = [seen ? { ...fact, seen } : fact];
  const parcel: Saying = { about: 'parcel', number, facts, ...(person && { person }) };
  return data.caseId === undefined
    ? saying(parcel)
    : aboutCase({ ...data, caseId: data.caseId }, context, [linkTo([{ number }], fact, context)], { before: [parcel] });
}

function inSeveral(data: Place, context: Context, report: Pictured, numbers: readonly ReadNumber[]): Observed {
  const before = numbers.map((each) => cameIn(report.fact, each));
  return data.caseId === undefined
    ? inPart(saying(...before), [nobodysGoods])
    : ofCase(data, context, report, { before, facts: [linkTo(numbers, report.fact, context)] });
}

function ofCase(
  { caseId, ...data }: Place,
  context: Context,
  { fact, person }: Pictured,
  { before = [], facts = [] }: { readonly before?: readonly Saying[]; readonly facts?: readonly CaseFact[] } = {},
): Observed {
  return caseId === undefined
    ? notUnderstood('data: neither a tracking number nor a case is named')
    : aboutCase({ ...data, caseId }, context, [fact, ...facts], { before, ...(person && { person }) });
}

/** Under an id of its own, or the case would take its goods for said twice. */
function cameIn(fact: GoodsFact, { number, seen }: ReadNumber): Saying {
  const { warehouseId, at } = fact;
  const receiptId = `${goodsIdOf(fact)}/dock`;
  return {
    about: 'parcel',
    number,
    facts: [{ fact: 'received', receiptId, warehouseId, at, ...(seen && { seen }) }],
  };
}

function linkTo(numbers: readonly { readonly number: string }[], { at }: GoodsFact, { channel }: Context): CaseFact {
  const origin = `${channel.source}/${channel.channel}`;
  return { fact: 'tracking', numbers: numbers.map(({ number }) => ({ number })), origin, whole: false, at };
}
