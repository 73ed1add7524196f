import type { NumberedAct } from '../acts/acts.ts';
import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { Statement } from '../record/statement.ts';
import { timesOfDeed } from '../work/deed-times.ts';
import { putOffForBuyer } from '../work/put-off.ts';
import type { DeadlineBasis } from './clock.ts';
import { answerTimesOf, heardAtOf, platformDeadlines } from './fold.ts';
import { type Measured, needsTold } from './measured.ts';
import { waitsOf } from './waits.ts';

type Said = Pick<CaseSnapshot, 'source' | 'shop' | 'messages' | 'buyerWrote' | 'decision' | 'closedAt' | 'parcels'>;

/** What a case's clocks need beyond the parts of its record. */
export function clockBasisOf(
  said: Said,
  statements: readonly Statement<CaseFact>[],
  taken: readonly NumberedAct[],
  measured: readonly Measured[],
): Pick<DeadlineBasis, 'heardAt' | 'answers' | 'evidenceSent' | 'setByPlatform' | 'tells' | 'waits'> {
  const heardAt = heardAtOf(statements);
  const answers = answerTimesOf(statements);
  return {
    ...(heardAt && { heardAt }),
    answers,
    evidenceSent: timesOfDeed(taken, 'evidence-sent'),
    setByPlatform: platformDeadlines(statements),
    tells: needsTold(measured, said.source, said.shop),
    waits: waitsOf({ ...said, answers, putOff: putOffForBuyer(taken) }),
  };
}
