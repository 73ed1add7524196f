import type { CaseDetails } from '#shared/returns/opening/details.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import type { Wording } from '#shared/words/wording.ts';

/** What a case is asked for, field by field as people read it; fields that nobody reads here are left out. */
export const detailTexts: Readonly<Record<string, (details: CaseDetails, wording: Wording) => string | undefined>> = {
  kind: ({ kind }, { word }) => kind && word(caseKindWords, kind),
  orderId: ({ orderId }, { say }) => orderId && say(`订单 ${orderId}`, `order ${orderId}`),
  reason: ({ reason }, { say }) => reason && say(`退货原因：${reason.code}`, `reason: ${reason.code}`),
  lines: ({ lines }, { goods }) => lines && goods(lines, ({ title }) => (title ? ` (${title})` : '')),
  refund: ({ refund }, { say, money }) => refund && say(`申请退款 ${money(refund)}`, `asks for ${money(refund)}`),
  warehouseId: ({ warehouseId }, { say }) =>
    warehouseId && say(`退回仓库 ${warehouseId}`, `to warehouse ${warehouseId}`),
};
