import type { Receiver } from '../source.ts';
import { identifyStandard } from './identify.ts';
import { verifyStandard } from './verify.ts';

/** Standard Webhooks 1.0.0: own stores, warehouses, carriers and help desks without a format of their own. */
export const standardReceiver: Receiver = {
  source: 'standard',
  keptHeaders: [],
  verify: (request, secrets, _channel, now) => verifyStandard(request, secrets, now),
  identify: identifyStandard,
  accepted: { status: 200 },
};
