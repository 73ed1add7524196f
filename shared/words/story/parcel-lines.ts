import type { ParcelLines } from '#shared/returns/parcel/story.ts';
import type { LineTexts } from './line-texts.ts';

export const parcelLines: LineTexts<ParcelLines> = {
  'follow-requested': ({ trackingNumber, round, notBefore }, { say, time, list }) =>
    list(
      say(`请物流源跟踪运单 ${trackingNumber}`, `Asked the carrier feed to follow parcel ${trackingNumber}`),
      round > 1 ? say(`第 ${round} 次`, `try ${round}`) : undefined,
      notBefore && say(`${time(notBefore)} 之后`, `not before ${time(notBefore)}`),
    ),
  'parcel-unclaimed': ({ trackingNumber }, { say }) =>
    say(`无主件：包裹 ${trackingNumber} 暂无售后单认领`, `Unclaimed: no case names parcel ${trackingNumber} yet`),
  'parcel-claimed': ({ trackingNumber }, { say }) =>
    say(`无主件 ${trackingNumber} 已找到售后单`, `The unclaimed parcel ${trackingNumber} found its case`),
};
