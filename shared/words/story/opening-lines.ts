import type { OpeningLines, ShownDetails } from '#shared/returns/opening/story.ts';
import { caseKindWords } from '../case-kind-words.ts';
import { reasonText } from '../reason-text.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

export const openingLines: LineTexts<OpeningLines> = {
  requested: (shown, wording) => {
    const details = shownText(shown, wording);
    return details
      ? wording.say(`申请售后：${details}`, `Return requested: ${details}`)
      : wording.say('申请售后', 'Return requested');
  },
  details: ({ shown, amended }, wording) => {
    const details = shownText(shown, wording);
    return amended
      ? wording.say(`更新：${details}`, `Changed: ${details}`)
      : wording.say(`售后单信息：${details}`, `Case details: ${details}`);
  },
};

function shownText(shown: ShownDetails, wording: Wording): string {
  const texts = Object.entries(detailTexts).map(([field, text]) =>
    shown[field as keyof ShownDetails] === undefined ? undefined : text(shown as Required<ShownDetails>, wording),
  );
  return wording.list(...texts);
}

/** Field by field as people read it. */
const detailTexts: Readonly<Record<keyof ShownDetails, (details: Required<ShownDetails>, wording: Wording) => string>> =
  {
    kind: ({ kind }, { word }) => word(caseKindWords, kind),
    orderId: ({ orderId }, { say }) => say(`订单 ${orderId}`, `order ${orderId}`),
    reason: ({ reason }, { say }) =>
      say(`退货原因：${reasonText(reason.code, 'zh-CN')}`, `reason: ${reasonText(reason.code, 'en')}`),
    lines: ({ lines }, { goods }) => goods(lines, ({ title }) => (title ? ` (${title})` : '')),
    refund: ({ refund }, { say, money }) => say(`申请退款 ${money(refund)}`, `asks for ${money(refund)}`),
    warehouseId: ({ warehouseId }, { say }) => say(`退回仓库 ${warehouseId}`, `to warehouse ${warehouseId}`),
  };
