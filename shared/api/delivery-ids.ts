import { deliveryIdOf } from '#shared/sources/delivery-id.ts';
import { formsOf } from './path-forms.ts';

/** The ids that deliveries are kept under which a part of a path may stand for: the sender's own id, or its hash, however often it is encoded. */
export function deliveryIdsIn(part: string): string[] {
  return [...new Set(formsOf(part).map(deliveryIdOf))];
}
