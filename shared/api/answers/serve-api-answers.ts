import type { AnswersBy } from '../answering.ts';
import { listAttention } from './list-attention.ts';
import { listCaseDeliveries } from './list-case-deliveries.ts';
import { listCases } from './list-cases.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listSources } from './list-sources.ts';
import { listUnclaimed } from './list-unclaimed.ts';
import { search } from './search.ts';
import { showCase } from './show-case.ts';
import { showDelivery } from './show-delivery.ts';
import { showMe } from './show-me.ts';
import { showOpenapi } from './show-openapi.ts';
import { showPolicy } from './show-policy.ts';
import { showShift } from './show-shift.ts';
import { showTimeline } from './show-timeline.ts';
import { showUnclaimed } from './show-unclaimed.ts';

/** What serve-api answers. Written by `npm run registries` from shared/api/operations.ts. */
export const serveApiAnswers = {
  showMe,
  listAttention,
  listCases,
  search,
  showCase,
  showTimeline,
  listCaseDeliveries,
  listUnclaimed,
  showUnclaimed,
  showPolicy,
  listDeliveries,
  showDelivery,
  listSources,
  showShift,
  showOpenapi,
} satisfies AnswersBy<'serve-api'>;
