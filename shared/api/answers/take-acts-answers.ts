import type { AnswersBy } from '../answering.ts';
import { acceptShift } from './accept-shift.ts';
import { replayDelivery } from './replay-delivery.ts';
import { takeCaseAct } from './take-case-act.ts';
import { takeParcelAct } from './take-parcel-act.ts';

/** What take-acts answers. Written by `npm run registries` from shared/api/operations.ts. */
export const takeActsAnswers = {
  takeCaseAct,
  takeParcelAct,
  acceptShift,
  replayDelivery,
} satisfies AnswersBy<'take-acts'>;
