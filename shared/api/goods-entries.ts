import { goodsIdOf } from '#shared/returns/goods/goods.ts';
import type { GoodsFact, InspectedLine, SkuQuantity } from '#shared/returns/goods/goods-fact.ts';
import { conditionWords, resultWords } from '#shared/words/quality-words.ts';
import type { Wording } from '#shared/words/wording.ts';
import type { Heard, TimelineEntry } from './timeline-entry.ts';

/** A receipt, a check or a stock-in; told again only when its report was corrected. `number` undefined: reported by case. */
export function goodsEntry(
  { fact, at, receivedAt }: Heard<GoodsFact>,
  number: string | undefined,
  said: Map<string, string>,
  wording: Wording,
): TimelineEntry[] {
  const id = goodsIdOf(fact);
  const before = said.get(id);
  const content = JSON.stringify([fact.lines ?? [], fact.partial]);
  if (before === content) {
    return [];
  }
  said.set(id, content);
  const { say } = wording;
  const parcel = number ? say(`（运单 ${number}）`, ` (parcel ${number})`) : '';
  const corrected = before === undefined ? '' : say('更正：', 'Corrected: ');
  const text = `${corrected}${goodsText(fact, wording)}${parcel}`;
  return [{ at, receivedAt, by: `warehouse:${fact.warehouseId}`, kind: fact.fact, text }];
}

function goodsText(fact: GoodsFact, wording: Wording): string {
  const { say, word } = wording;
  const more = fact.partial ? say('（未完）', ' (more to follow)') : '';
  switch (fact.fact) {
    case 'received': {
      const lines = fact.lines && linesText(fact.lines, () => '', wording);
      return lines
        ? say(`收货：${lines}${more}`, `Received: ${lines}${more}`)
        : say('收到包裹，未清点', 'Received, not counted yet');
    }
    case 'inspected': {
      const lines = linesText(
        fact.lines,
        (line) => say('（', ' (') + checkText(line, wording) + say('）', ')'),
        wording,
      );
      return say(`质检：${lines}${more}`, `Checked: ${lines}${more}`);
    }
    case 'stocked-in': {
      const lines = linesText(fact.lines, (line) => ` ${word(conditionWords, line.condition)}`, wording);
      return say(`入库：${lines}${more}`, `Stocked in: ${lines}${more}`);
    }
  }
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
