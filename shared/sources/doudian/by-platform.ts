import { isReadInPart, isUnread, noCode } from '../observed.ts';
import type { Unread } from '../source.ts';
import type { Detail } from './detail-shape.ts';
import { disputeOutcome } from './dispute-facts.ts';

/**
 * `auto_audit_bits`, the ways in which a case was agreed to without anybody: what each does where it is a rule of the platform. The others are the
 * merchant's own rules (assistants, intercepts, cards) or agreements.
 */
const ofPlatform: ReadonlyMap<number, 'paid' | 'agreed'> = new Map([
  // Speed refunds: before shipping, after it, on the way back, across the border.
  [1, 'paid'],
  [3, 'paid'],
  [4, 'paid'],
  [5, 'paid'],
  // 治理: refunds of what was not shipped and of what was; a return, whose money waits for the goods.
  [10, 'paid'],
  [11, 'paid'],
  [17, 'agreed'],
]);
const ofMerchant: readonly number[] = [2, 6, 7, 8, 9, 12, 13, 14, 15, 16];

export function isAuditMode(mode: number): boolean {
  return ofPlatform.has(mode) || ofMerchant.includes(mode);
}

/** `arbitrate_conclusion`: the buyer is right, and the platform paid at once. */
const paidByVerdict = 3;
/** `refund_type_text`: out of the platform's own purse, at first. */
const advanced = /平台垫付/;

/**
 * True where the platform paid: it judged so, by a rule of its own, or out of its own purse. That the merchant's time ran out stands in no field of what is
 * read: such a payment is the merchant's, like any other.
 */
export function isPaidByPlatform({
  process_info: { after_sale_info: info, arbitrate_info: dispute },
}: Detail): boolean {
  return (
    dispute?.arbitrate_conclusion === paidByVerdict ||
    modesOf(info).includes('paid') ||
    advanced.test(info.refund_type_text ?? '')
  );
}

/** True where the platform agreed for the merchant: by a rule of its own, or since it judged for the buyer. */
export function isAgreedByPlatform(detail: Detail): boolean {
  return modesOf(detail.process_info.after_sale_info).length > 0 || disputeOutcome(detail) === 'buyer';
}

function modesOf({ auto_audit_bits: modes = [] }: Detail['process_info']['after_sale_info']): ('paid' | 'agreed')[] {
  return modes.flatMap((mode) => ofPlatform.get(mode) ?? []);
}

const path = 'content.process_info';

/** True where it cannot be read who paid. A way that nobody has described can be: it is none of the platform's that are known. */
export function isPayerUnread(unread: readonly Unread[]): boolean {
  const members = ['arbitrate_info.arbitrate_conclusion', 'after_sale_info.refund_type_text'];
  return (
    members.some((member) => isUnread(unread, `${path}.${member}`)) ||
    isReadInPart(
      unread.filter(({ expected }) => expected !== noCode),
      `${path}.after_sale_info.auto_audit_bits`,
    )
  );
}
