import * as z from 'zod';
import { readTrackingNumbers, trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { inPart, notUnderstood, reasonOf, saying } from '../observed.ts';
import type { Saying } from '../source.ts';
import { aboutCase } from './case-ref.ts';
import { carrier, caseName, noNumber, time, trackingNumber } from './fields.ts';
import { row } from './row.ts';

const replaced = z.union([trackingNumber, z.array(trackingNumber).max(50)]);

const shipped = z
  .object({
    ...caseName,
    carrier: carrier.describe('who carries it'),
    trackingNumber: trackingNumber.describe(
      'the number of the parcel; where people typed several into one field, with a comma or the like between them, each counts',
    ),
    shippedAt: time.exactOptional().describe('when the buyer sent it'),
    replaces: replaced
      .exactOptional()
      .describe('the number, or numbers, that this one takes the place of; what is no number is ignored'),
    at: time
      .exactOptional()
      .describe('when it was stated, not when it was shipped: the latest word holds; left out, at the `timestamp`'),
  })
  .describe(
    'A placeholder as `trackingNumber` is not understood: say nothing until there is a number. What is neither a number nor a placeholder changes no number, and is shown to a person. A number is one more parcel of the case, beside those stated before, unless it `replaces` them.',
  );

/** `return.shipped`. */
export const returnShipped = row(
  'The number under which goods travel back.',
  shipped,
  (data, context) => {
    const { channel, merchant } = context;
    const read = readTrackingNumbers(data.trackingNumber);
    const at = data.at ?? context.at;
    if (read.kind === 'invalid') {
      return aboutCase(data, context, [{ fact: 'tracking-unreadable', at }]);
    }
    if (read.kind === 'placeholder') {
      return notUnderstood(placeholder);
    }
    const named = read.numbers.map(({ number }) => number);
    const replaces = [data.replaces ?? []]
      .flat()
      .flatMap(numbersIn)
      .filter((each) => !named.includes(each));
    const fact: CaseFact = {
      fact: 'tracking',
      numbers: named.map((number) => ({ number, ...carrierIn(data, merchant) })),
      origin: `${channel.source}/${channel.channel}`,
      whole: false,
      at,
      ...(replaces.length > 0 && { replaces }),
      ...(data.shippedAt && { shippedAt: data.shippedAt }),
    };
    return aboutCase(data, context, [fact]);
  },
  ['carrier'],
);

const moved = z
  .object({
    carrier: carrier.describe('who carries it'),
    trackingNumber: trackingNumber.describe(
      'the number of the parcel; not a placeholder; where several stand in one field, with a comma or the like between them, the scan is of each',
    ),
    stage: z
      .enum([...parcelStages, ...parcelSides])
      .describe(
        'where it is ([stages](glossary.md#parcel-stages)), or what is wrong with it ([sides](glossary.md#parcel-sides))',
      ),
    at: time.describe('when it was scanned'),
  })
  .describe(
    'It names no case: Backhaul knows which cases wait for the number. A `place` may be there and is not kept: couriers write names and phones into it.',
  );

/** `parcel.moved`. */
export const parcelMoved = row(
  "A carrier's scan of a parcel.",
  moved,
  ({ stage, ...data }, { merchant, at: toldAt }) => {
    const { numbers, rest } = trackingNumbersIn(data.trackingNumber);
    if (numbers.length === 0) {
      return notUnderstood(rest.length > 0 ? reasonOf([noNumber]) : placeholder);
    }
    const fact = { fact: 'moved', stage, at: data.at ?? toldAt, ...carrierIn(data, merchant) } as const;
    const sayings = numbers.map(
      ({ number, seen }): Saying => ({ about: 'parcel', number, facts: [{ ...fact, ...(seen && { seen }) }] }),
    );
    return inPart(saying(...sayings), rest.length > 0 ? [noNumber] : []);
  },
  ['carrier', 'at'],
);

function carrierIn(
  { carrier: name }: { readonly carrier?: string },
  merchant: Merchant,
): { readonly carrier?: string } {
  return name === undefined ? {} : { carrier: carrierCodeOf(name, merchant) };
}

const placeholder = 'data.trackingNumber: is a placeholder, not a number';

function numbersIn(text: string): string[] {
  const read = readTrackingNumbers(text);
  return read.kind === 'numbers' ? read.numbers.map(({ number }) => number) : [];
}
