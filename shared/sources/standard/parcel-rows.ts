import * as z from 'zod';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { notUnderstood, saying } from '../observed.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { aboutCase } from './case-ref.ts';
import { carrier, caseName, time, trackingNumber } from './fields.ts';
import { row } from './row.ts';

const replaced = z.union([trackingNumber, z.array(trackingNumber).max(50)]);

const shipped = z.object({
  ...caseName,
  carrier,
  trackingNumber,
  shippedAt: time.exactOptional(),
  replaces: replaced.exactOptional(),
  at: time.exactOptional(),
});

/** `return.shipped`: the number under which the goods travel back. `at` is when it was stated, not when it was shipped: the latest word holds. */
export const returnShipped = row(shipped, (data, context) => {
  const { channel, merchant } = context;
  const read = readTrackingNumber(data.trackingNumber);
  if (read.kind !== 'number') {
    return notUnderstood(noNumber(read.kind));
  }
  const replaces = [data.replaces ?? []]
    .flat()
    .flatMap(numbersIn)
    .filter((each) => each !== read.number);
  const fact: CaseFact = {
    fact: 'tracking',
    numbers: [{ number: read.number, carrier: carrierCodeOf(data.carrier, merchant) }],
    origin: `${channel.source}/${channel.channel}`,
    whole: false,
    at: data.at ?? context.at,
    ...(replaces.length > 0 && { replaces }),
    ...(data.shippedAt && { shippedAt: data.shippedAt }),
  };
  return aboutCase(data, context, [fact]);
});

const moved = z.object({
  carrier,
  trackingNumber,
  stage: z.enum([...parcelStages, ...parcelSides]),
  at: time,
});

/** `parcel.moved`: a carrier's scan. Its `place` is not kept: couriers write names and phones into it. */
export const parcelMoved = row(moved, ({ stage, at, ...data }, { merchant }) => {
  const read = readTrackingNumber(data.trackingNumber);
  if (read.kind !== 'number') {
    return notUnderstood(noNumber(read.kind));
  }
  const fact = {
    fact: 'moved',
    stage,
    at,
    carrier: carrierCodeOf(data.carrier, merchant),
  } as const;
  return saying({ about: 'parcel', number: read.number, facts: [fact] });
});

function noNumber(kind: 'placeholder' | 'invalid'): string {
  return kind === 'placeholder'
    ? 'data.trackingNumber: is a placeholder, not a number'
    : 'data.trackingNumber: must be 4 to 40 letters, digits and hyphens';
}

function numbersIn(text: string): string[] {
  const read = readTrackingNumber(text);
  return read.kind === 'number' ? [read.number] : [];
}
