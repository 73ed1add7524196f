import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { deliveryIdOf } from '#shared/sources/delivery-id.ts';
import { formsOf } from './path-forms.ts';

/** Of a source's or a channel's name, as the merchant's file has it. */
const nameForm = /^[a-z0-9][a-z0-9-]{0,30}$/;

/** The deliveries that a path may stand for: by the sender's own id, or its hash, however often it is encoded. */
export function deliveryRefsIn({
  source = '',
  channel = '',
  id = '',
}: Readonly<Record<string, string>>): DeliveryRef[] {
  if (!nameForm.test(source) || !nameForm.test(channel)) {
    return [];
  }
  return [...new Set(formsOf(id).map(deliveryIdOf))].map((each) => ({ source, channel, id: each }));
}

const ofObservation = /^([^/]+)\/([^/]+)\/([A-Za-z0-9_.:-]+)(?:\/\d+)?$/;

/** The delivery that said it; undefined of what was no delivery: what a parcel's record says to a case, a strike, the answer to a call. */
export function deliveryOf({ id, from }: Pick<Observation<unknown>, 'id' | 'from'>): DeliveryRef | undefined {
  const [, source = '', channel = '', own = ''] = ofObservation.exec(id) ?? [];
  return own !== '' && from === `${source}/${channel}` ? { source, channel, id: own } : undefined;
}
