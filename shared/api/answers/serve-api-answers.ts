import type { AnswersBy } from '../answering.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listSources } from './list-sources.ts';
import { showCase } from './show-case.ts';
import { showDelivery } from './show-delivery.ts';
import { showMe } from './show-me.ts';
import { showOpenapi } from './show-openapi.ts';
import { showPolicy } from './show-policy.ts';
import { showTimeline } from './show-timeline.ts';

/** What serve-api answers. Written by `npm run registries` from shared/api/operations.ts. */
export const serveApiAnswers = {
  showMe,
  showCase,
  showTimeline,
  showPolicy,
  listDeliveries,
  showDelivery,
  listSources,
  showOpenapi,
} satisfies AnswersBy<'serve-api'>;
