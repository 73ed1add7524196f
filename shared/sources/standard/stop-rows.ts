import * as z from 'zod';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { caseName, codeOrText, time } from './fields.ts';
import { row } from './row.ts';

const requested = z.object({ ...caseName, at: time.describe('when that was asked for') });

/** `shipment.stop-requested`. */
export const shipmentStopRequested = row(
  'Somebody was asked to stop a parcel on its way out.',
  requested,
  (data, context) => aboutCase(data, context, [{ fact: 'shipment-stop-requested', at: data.at ?? context.at }]),
  ['at'],
);

const stopped = z.object({
  ...caseName,
  at: time.describe('when that was clear'),
  ok: z.boolean().describe('whether it was stopped'),
  reason: codeOrText.exactOptional().describe('why not'),
});

/** `shipment.stopped`. */
export const shipmentStopped = row(
  'A parcel on its way out was stopped, or not.',
  stopped,
  (data, context) => {
    const reason = wordOf(data.reason);
    const fact = {
      fact: 'shipment-stopped',
      ok: data.ok,
      at: data.at ?? context.at,
      ...(reason && { reason }),
    } as const;
    return aboutCase(data, context, [fact], { person: sentence('stopReason', data.reason) });
  },
  ['at'],
);
