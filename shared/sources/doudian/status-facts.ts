import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Decision } from '#shared/returns/decision/facts.ts';
import { isAgreedByPlatform } from './by-platform.ts';
import type { AfterSaleInfo, Detail } from './detail-shape.ts';
import type { Reading } from './reading.ts';
import { type DeadlineKind, deadlineKinds, statusRowOf } from './status-rows.ts';

/** The case's decision, whether it is closed, and the deadline of the step that it is in. */
export function statusFacts(detail: Detail, { at }: Pick<Reading, 'at'>): CaseFact[] {
  const info = detail.process_info.after_sale_info;
  if (info.after_sale_status === undefined) {
    return [];
  }
  const status = String(info.after_sale_status);
  const row = statusRowOf(info.after_sale_status, info.after_sale_type);
  const facts: CaseFact[] = [{ fact: 'platform-status', at, status }];
  if (row?.decision) {
    facts.push({ fact: 'decided', decision: row.decision, by: deciderOf(row.decision, detail), raw: status, at });
  }
  if (row?.isClosed !== undefined) {
    facts.push(row.isClosed ? { fact: 'closed', at: closedAtOf(info) ?? at } : { fact: 'reopened', at });
  }
  return row?.isClosed === false ? [...facts, ...deadlineFacts(info, row.deadline, at)] : facts;
}

/** A refusal is the merchant's, and of what was taken back it is not told by whom. */
function deciderOf(decision: Decision, detail: Detail): 'platform' | 'merchant' {
  const isPlatforms = decision === 'approved' ? isAgreedByPlatform(detail) : decision === 'withdrawn';
  return isPlatforms ? 'platform' : 'merchant';
}

/** A time that stays the same on every reading names one closing. The platform sets its own final time later on, or never. */
function closedAtOf(info: AfterSaleInfo): Reading['at'] | undefined {
  return info.after_sale_status === 12 && info.refund_time ? info.refund_time : info.aftersale_status_to_final_time;
}

/**
 * One step has one deadline; those of the other steps are over. Nothing is taken from a case that ended or was refused: what was
 * missed there stays missed.
 */
function deadlineFacts(
  { status_deadline: due }: AfterSaleInfo,
  current: DeadlineKind | undefined,
  at: Reading['at'],
): CaseFact[] {
  if (due === undefined) {
    return [];
  }
  return deadlineKinds.map(
    (kind): CaseFact =>
      kind === current && due ? { fact: 'platform-deadline', kind, due, at } : { fact: 'platform-deadline', kind, at },
  );
}
