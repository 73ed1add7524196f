import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { count, text, type Value } from '../record/values.ts';

const disposition = z.object({ type: text, quantity: count, sku: z.exactOptional(z.string()) });
export type StoreDisposition = Value<typeof disposition>;

export const platformFacts = {
  /** The store's own status word, kept beside what we make of it. */
  'platform-status': fact('platform-status', { status: text }),
  /** A change that we first saw by listing: `at` is when the store says that it was; no webhook had told of it. */
  'webhook-missed': fact('webhook-missed', {}),
  /** However often it was asked, the store showed the case older than its own hint said: `at` is the hint's time. */
  'store-behind': fact('store-behind', {}),
  /** What the store itself booked as the goods' disposition; shown, not counted: the warehouse's word counts. */
  'store-disposition': fact('store-disposition', { dispositions: z.array(disposition) }),
};
