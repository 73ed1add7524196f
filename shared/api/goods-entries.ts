import { goodsIdOf } from '#shared/returns/goods.ts';
import type { GoodsFact, InspectedLine } from '#shared/returns/goods-fact.ts';
import type { Teller } from './teller.ts';
import type { Heard, TimelineEntry } from './timeline-entry.ts';
import { conditionWords, resultWords } from './words.ts';

/** A receipt, a check or a stock-in; told again only when its report was corrected. `number` undefined: reported by case. */
export function goodsEntry(
  { fact, at, receivedAt }: Heard<GoodsFact>,
  number: string | undefined,
  said: Map<string, string>,
  teller: Teller,
): TimelineEntry[] {
  const id = goodsIdOf(fact);
  const before = said.get(id);
  const content = JSON.stringify(fact.lines ?? []);
  if (before === content) {
    return [];
  }
  said.set(id, content);
  const { say } = teller;
  const parcel = number ? say(`（运单 ${number}）`, ` (parcel ${number})`) : '';
  const corrected = before === undefined ? '' : say('更正：', 'Corrected: ');
  const text = `${corrected}${goodsText(fact, teller)}${parcel}`;
  return [{ at, receivedAt, by: `warehouse:${fact.warehouseId}`, kind: fact.fact, text }];
}

function goodsText(fact: GoodsFact, teller: Teller): string {
  const { say, goods, word } = teller;
  switch (fact.fact) {
    case 'received':
      return fact.lines
        ? say(`收货：${goods(fact.lines)}`, `Received: ${goods(fact.lines)}`)
        : say('收到包裹，未清点', 'Received, not counted yet');
    case 'inspected': {
      const lines = goods(fact.lines, (line) => say('（', ' (') + checkText(line, teller) + say('）', ')'));
      return say(`质检：${lines}`, `Checked: ${lines}`);
    }
    case 'stocked-in': {
      const lines = goods(fact.lines, (line) => ` ${word(conditionWords, line.condition)}`);
      return say(`入库：${lines}`, `Stocked in: ${lines}`);
    }
  }
}

function checkText({ result, finding, disposition }: InspectedLine, { word, list, say }: Teller): string {
  return list(
    word(resultWords, result),
    finding,
    disposition && say(`处置：${disposition}`, `disposition: ${disposition}`),
  );
}
