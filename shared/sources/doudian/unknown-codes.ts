import { noCode } from '../observed.ts';
import type { Unread } from '../source.ts';
import { isAuditMode } from './by-platform.ts';
import type { Detail } from './detail-shape.ts';
import { isKnownType } from './details.ts';
import { isDisputeStatus } from './dispute-facts.ts';
import { isRefundStatus } from './money-facts.ts';
import { statusRowOf } from './status-rows.ts';

/** Codes that Doudian has not documented: what stands on them is not said; of money and who decided, what the rest tells. */
export function unknownCodes({ process_info: { after_sale_info: info, arbitrate_info: dispute } }: Detail): Unread[] {
  const { after_sale_status: status, after_sale_type: type, refund_status: refund } = info;
  const fields = {
    'after_sale_info.after_sale_status': status === undefined || statusRowOf(status, type) !== undefined,
    'after_sale_info.after_sale_type': type === undefined || isKnownType(type),
    'after_sale_info.refund_status': refund === undefined || isRefundStatus(refund),
    'arbitrate_info.arbitrate_status':
      dispute?.arbitrate_status === undefined || isDisputeStatus(dispute.arbitrate_status),
  };
  const modes = (info.auto_audit_bits ?? []).map(
    (mode, index) => [`after_sale_info.auto_audit_bits.${index}`, isAuditMode(mode)] as const,
  );
  return [...Object.entries(fields), ...modes]
    .filter(([, isKnown]) => !isKnown)
    .map(([path]) => ({ path: `content.process_info.${path}`, expected: noCode }));
}
