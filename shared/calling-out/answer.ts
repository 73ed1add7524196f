import type { CaseAnswer } from '#shared/messages/inbox-message.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { WarehouseStatus } from '#shared/returns/pre-advice/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Step } from './next-step.ts';
import type { Settled } from './write-ledger.ts';

/** Which warehouse a case hears of. */
export interface AnswerPlace {
  readonly caseKey: string;
  readonly warehouseId: string;
}

/** Before the first call of an order: a WMS may speak of the case by our order code before its answer to the call is here. */
export function namingOf(place: AnswerPlace, step: Step, at: Instant): CaseAnswer {
  return answered(place, { callId: callIdOf(step, 'called'), at, facts: [aliasOf(place, step, at)] });
}

/** What a WMS answered, for the record; the same answer to the same call has the same id, however often it is given. */
export function answerOf(place: AnswerPlace, step: Step, result: Settled, at: Instant): CaseAnswer {
  const { verb, announcementId, inDoubt } = step;
  const mayBeThere = verb === 'create' && (result.kind === 'accepted' || inDoubt);
  const said = {
    fact: verb === 'create' ? 'pre-advice-answered' : 'withdrawal-answered',
    announcementId,
    at,
  } as const;
  const answer: CaseFact =
    result.kind === 'accepted' ? { ...said, accepted: true } : { ...said, accepted: false, reason: result.reason };
  const facts = [answer, ...(mayBeThere ? [aliasOf(place, step, at)] : [])];
  return answered(place, { callId: callIdOf(step, result.kind), at, facts });
}

/** Nobody knows, call after call, what the WMS made of this order: somebody should look at it. */
export function noAnswerOf(place: AnswerPlace, step: Step, at: Instant): CaseAnswer {
  return statusOf(place, step, { outcome: 'no-answer', status: 'exception', at });
}

/** How a warehouse stands with an order once it answered after all. A refusal has a fact of its own, which a person sees. */
const clearStatuses = {
  create: { accepted: 'accepted', refused: 'closed' },
  cancel: { accepted: 'cancelled', refused: 'accepted' },
} as const;

/** Takes {@link noAnswerOf} back. */
export function answeredAfterAll(place: AnswerPlace, step: Step, { kind }: Settled, at: Instant): CaseAnswer {
  return statusOf(place, step, { outcome: 'answered', status: clearStatuses[step.verb][kind], at });
}

interface Standing {
  readonly outcome: string;
  readonly status: WarehouseStatus;
  readonly at: Instant;
}

function statusOf(place: AnswerPlace, step: Step, { outcome, status, at }: Standing): CaseAnswer {
  const { warehouseId } = place;
  const fact = { fact: 'warehouse-status', warehouseId, status, raw: outcome, at } as const;
  return answered(place, { callId: callIdOf(step, outcome), at, facts: [fact] });
}

function answered(
  { caseKey, warehouseId }: AnswerPlace,
  said: Pick<CaseAnswer, 'callId' | 'at' | 'facts'>,
): CaseAnswer {
  return { kind: 'answered', record: { caseKey }, by: warehouseId, ...said };
}

function callIdOf({ announcementId, verb }: Step, outcome: string): string {
  return `${announcementId}/${verb}/${outcome}`;
}

/** The WMS speaks of the case by our order code. */
function aliasOf({ warehouseId }: AnswerPlace, { order }: Step, at: Instant): CaseFact {
  return { fact: 'alias', alias: { kind: 'wms-order', value: `${warehouseId}/${order.orderCode}` }, at };
}
