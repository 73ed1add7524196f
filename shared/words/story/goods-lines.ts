import type { InspectedLine, SkuQuantity } from '#shared/returns/goods/facts.ts';
import type { GoodsLines } from '#shared/returns/goods/story.ts';
import { conditionWords, resultWords } from '../quality-words.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

type Told = GoodsLines['received' | 'inspected' | 'stocked-in'];

export const goodsLines: LineTexts<GoodsLines> = {
  received: (told, wording) => {
    const { say } = wording;
    const lines = told.report.lines && linesText(told.report.lines, () => '', wording);
    return reportText(
      lines ? say(`收货：${lines}`, `Received: ${lines}`) : say('收到包裹，未清点', 'Received, not counted yet'),
      told,
      wording,
    );
  },
  inspected: (told, wording) => {
    const { say } = wording;
    const lines = linesText(
      told.report.lines,
      (line) => say('（', ' (') + checkText(line, wording) + say('）', ')'),
      wording,
    );
    return reportText(say(`质检：${lines}`, `Checked: ${lines}`), told, wording);
  },
  'stocked-in': (told, wording) => {
    const { say, word } = wording;
    const lines = linesText(told.report.lines, (line) => ` ${word(conditionWords, line.condition)}`, wording);
    return reportText(say(`入库：${lines}`, `Stocked in: ${lines}`), told, wording);
  },
  expected: ({ number, orderCode, lines }, { list, say, goods }) =>
    list(
      say(`已收到运单 ${number} 的预报`, `Expects parcel ${number}`),
      orderCode && say(`仓库单号 ${orderCode}`, `under its order ${orderCode}`),
      lines && goods(lines),
    ),
};

function reportText(text: string, { corrected, number, report }: Told, { say }: Wording): string {
  // That more is to follow is said of what was counted.
  const more = report.partial && report.lines ? say('（未完）', ' (more to follow)') : '';
  const parcel = number ? say(`（运单 ${number}）`, ` (parcel ${number})`) : '';
  return `${corrected ? say('更正：', 'Corrected: ') : ''}${text}${more}${parcel}`;
}

/** A report without a line says that there was nothing. */
function linesText<Line extends SkuQuantity>(
  lines: readonly Line[],
  more: (line: Line) => string,
  { say, goods }: Wording,
): string {
  return lines.length > 0 ? goods(lines, more) : say('无商品', 'nothing');
}

function checkText({ result, finding, disposition }: InspectedLine, { word, list, say }: Wording): string {
  return list(
    word(resultWords, result),
    finding,
    disposition && say(`处置：${disposition}`, `disposition: ${disposition}`),
  );
}
