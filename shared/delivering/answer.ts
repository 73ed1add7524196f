import type { CaseAnswer } from '#shared/recording/inbox.ts';
import type { CaseFact } from '#shared/returns/fact.ts';
import type { Instant } from '#shared/returns/instant.ts';
import type { Step } from './next-step.ts';
import type { Settled } from './write-ledger.ts';

/** What a WMS answered, for the record; the same answer to the same call has the same id, however often it is given. */
export function answerOf(place: AnswerPlace, step: Step, result: Settled, at: Instant): CaseAnswer {
  const { caseKey, warehouseId } = place;
  const { verb, announcementId, order } = step;
  return {
    kind: 'answered',
    record: { caseKey },
    callId: `${announcementId}/${verb}/${result.kind}`,
    by: warehouseId,
    at,
    facts: [answered(step, result, at), ...nameOf(`${warehouseId}/${order.orderCode}`, step, result, at)],
  };
}

interface AnswerPlace {
  readonly caseKey: string;
  readonly warehouseId: string;
}

function answered({ verb, announcementId }: Step, result: Settled, at: Instant): CaseFact {
  const fact = verb === 'create' ? 'pre-advice-answered' : 'withdrawal-answered';
  const said = { fact, announcementId, at } as const;
  return result.kind === 'accepted' ? { ...said, accepted: true } : { ...said, accepted: false, reason: result.reason };
}

/** The WMS speaks of the case by our order code from now on. */
function nameOf(value: string, { verb }: Step, { kind }: Settled, at: Instant): CaseFact[] {
  return verb === 'create' && kind === 'accepted' ? [{ fact: 'alias', alias: { kind: 'wms-order', value }, at }] : [];
}
