import type { CaseFact } from '#shared/returns/case/facts.ts';
import { isUnread } from '../observed.ts';
import type { Detail } from './detail-shape.ts';
import type { Reading } from './reading.ts';

/** `arbitrate_status`: in progress, evidence wanted, negotiating. */
const underWay: ReadonlySet<number | undefined> = new Set([1, 4, 5]);
/** Ended: for the buyer, for the merchant, or by the conclusion; 255 also for one that was taken back. Doudian's texts differ on 2 to 6. */
const ended: ReadonlyMap<number | undefined, string | undefined> = new Map([
  [2, 'buyer'],
  [3, 'merchant'],
  [6, undefined],
  [255, undefined],
]);
/** 0: there is none. */
export function isDisputeStatus(status: number): boolean {
  return status === 0 || underWay.has(status) || ended.has(status);
}

/** `arbitrate_conclusion`. */
const conclusions: ReadonlyMap<number | undefined, string> = new Map([
  [1, 'buyer'],
  [2, 'merchant'],
  [3, 'buyer'],
]);

/** The platform's intervention. Without an id of its own it goes by the case's; with one that cannot be read it would be another, and is not said. */
export function disputeFacts(
  { process_info: { arbitrate_info: info } }: Detail,
  { caseId, at, unread }: Reading,
): CaseFact[] {
  if (isUnread(unread, 'content.process_info.arbitrate_info.arbitrate_id')) {
    return [];
  }
  const status = info?.arbitrate_status;
  const disputeId = info?.arbitrate_id ?? caseId;
  const opened: CaseFact = { fact: 'disputed', disputeId, at: info?.arbitrate_create_time ?? at };
  const evidence = evidenceFacts(info, { at, unread });
  if (underWay.has(status)) {
    return [opened, ...evidence];
  }
  if (!ended.has(status)) {
    return [];
  }
  const outcome = outcomeOf(info);
  const closed: CaseFact = {
    fact: 'dispute-closed',
    disputeId,
    at: info?.arbitrate_update_time ?? at,
    ...(outcome && { outcome }),
  };
  return [...(info?.arbitrate_create_time ? [opened] : []), closed, ...evidence];
}

/** `arbitrate_status`: the merchant has to give evidence. */
const wantsEvidence = 4;

/** Until when the platform waits for the merchant's evidence. It is taken away once the platform waits no more; what was missed by then stays missed. */
function evidenceFacts(
  info: Detail['process_info']['arbitrate_info'],
  { at, unread }: Pick<Reading, 'at' | 'unread'>,
): CaseFact[] {
  if (isUnread(unread, 'content.process_info.arbitrate_info.arbitrate_status_deadline')) {
    return [];
  }
  const told = info?.arbitrate_status_deadline;
  const due = info?.arbitrate_status === wantsEvidence ? told : undefined;
  const isMissed = due === undefined && told !== undefined && told <= (info?.arbitrate_update_time ?? at);
  return isMissed ? [] : [{ fact: 'platform-deadline', kind: 'evidence', ...(due && { due }), at }];
}

/** For whom the platform judged; undefined while it has not, or where it is not told. */
export function disputeOutcome({ process_info: { arbitrate_info: info } }: Detail): string | undefined {
  return ended.has(info?.arbitrate_status) ? outcomeOf(info) : undefined;
}

function outcomeOf(info: Detail['process_info']['arbitrate_info']): string | undefined {
  return conclusions.get(info?.arbitrate_conclusion) ?? ended.get(info?.arbitrate_status);
}
