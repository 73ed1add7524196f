import type { PreAdviceLines } from '#shared/returns/pre-advice/story.ts';
import { warehouseStatusWords } from '../warehouse-words.ts';
import type { Wording } from '../wording.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

/** Of which parcel an answer is; one to what nobody told the warehouse is of none, and does not count. */
function ofParcel(trackingNumber: string | undefined, { say }: Wording): string {
  return trackingNumber === undefined
    ? say('（我们没有发过这条预报，未生效）', ' (nobody told it one of this id: it does not count)')
    : say(`（运单 ${trackingNumber}）`, ` of parcel ${trackingNumber}`);
}

export const preAdviceLines: LineTexts<PreAdviceLines> = {
  'pre-advice-answered': ({ accepted, reason, trackingNumber }, wording) => {
    const answer = accepted
      ? wording.say('确认收到退货预报', 'Accepted the pre-advice')
      : wording.say('拒绝了退货预报', 'Refused the pre-advice');
    return wording.list(answer + ofParcel(trackingNumber, wording), reasonText(reason, wording));
  },
  'withdrawal-answered': ({ accepted, reason, trackingNumber }, wording) => {
    const answer = accepted
      ? wording.say('确认取消退货预报', 'Forgot the pre-advice, as asked')
      : wording.say('拒绝取消退货预报', 'Refused to forget the pre-advice');
    return wording.list(answer + ofParcel(trackingNumber, wording), reasonText(reason, wording));
  },
  'warehouse-status': ({ status }, { word, say }) =>
    say(`仓库单据状态：${word(warehouseStatusWords, status)}`, `The warehouse ${word(warehouseStatusWords, status)}`),
  'pre-advice-announced': ({ warehouseId, trackingNumber, lines }, { list, goods, say }) =>
    list(
      say(
        `向仓库 ${warehouseId} 发送退货预报：运单 ${trackingNumber}`,
        `Pre-advice to warehouse ${warehouseId}: parcel ${trackingNumber}`,
      ),
      goods(lines),
    ),
  'pre-advice-replaced': ({ warehouseId, trackingNumber, lines, replaces }, { list, goods, say }) =>
    replaces.length === 0
      ? list(
          say(
            `更新给仓库 ${warehouseId} 的退货预报：运单 ${trackingNumber}`,
            `Changed the pre-advice to warehouse ${warehouseId}: parcel ${trackingNumber}`,
          ),
          goods(lines),
        )
      : list(
          say(
            `向仓库 ${warehouseId} 发送退货预报：运单 ${trackingNumber}`,
            `Pre-advice to warehouse ${warehouseId}: parcel ${trackingNumber}`,
          ),
          say(`取代 ${replaces.join('、')}`, `in place of ${replaces.join(', ')}`),
          goods(lines),
        ),
  'pre-advice-withdrawn': ({ warehouseId, trackingNumber }, { say }) =>
    say(
      `通知仓库 ${warehouseId}：运单 ${trackingNumber} 的退货预报取消`,
      `Told warehouse ${warehouseId} to forget parcel ${trackingNumber}`,
    ),
};
