import type { AnswersBy } from '../answering.ts';
import { acceptShift } from './accept-shift.ts';
import { takeCaseAct } from './take-case-act.ts';
import { takeParcelAct } from './take-parcel-act.ts';

/** What take-acts answers. Written by `npm run registries` from shared/api/operations.ts. */
export const takeActsAnswers = {
  takeCaseAct,
  takeParcelAct,
  acceptShift,
} satisfies AnswersBy<'take-acts'>;
