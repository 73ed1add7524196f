import { acceptShift } from './accept-shift.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listSources } from './list-sources.ts';
import { showCase } from './show-case.ts';
import { showDelivery } from './show-delivery.ts';
import { showMe } from './show-me.ts';
import { showOpenapi } from './show-openapi.ts';
import { showPolicy } from './show-policy.ts';
import { showTimeline } from './show-timeline.ts';
import { takeCaseAct } from './take-case-act.ts';
import { takeParcelAct } from './take-parcel-act.ts';

/** What each operation takes and answers. Written by `npm run registries` from shared/api/operations.ts. */
export const contracts = {
  showMe,
  showCase,
  showTimeline,
  showPolicy,
  listDeliveries,
  showDelivery,
  listSources,
  takeCaseAct,
  takeParcelAct,
  acceptShift,
  showOpenapi,
};
