import type { CaseView } from '#shared/api/case-view.ts';
import { conditionWords, resultWords } from '#shared/words/quality-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { warehouseTexts } from './goods-texts.ts';
import { useWording } from './use-wording.ts';

type Units = CaseView['goods'][number];

interface GoodsTableProps {
  readonly goods: readonly Units[];
  /** By which goods are called by their names. */
  readonly lines: CaseView['lines'];
}

/** Of each SKU: what was to come, what came, what was found, and what is in stock. */
export function GoodsTable({ goods, lines }: GoodsTableProps) {
  const { say } = useWording();
  if (goods.length === 0) {
    return null;
  }
  return (
    <table className="case-goods">
      <thead>
        <tr>
          <th scope="col">{say(warehouseTexts.sku)}</th>
          <th scope="col">{say(warehouseTexts.expected)}</th>
          <th scope="col">{say(warehouseTexts.received)}</th>
          <th scope="col">{say(warehouseTexts.checked)}</th>
          <th scope="col">{say(warehouseTexts.stocked)}</th>
        </tr>
      </thead>
      <tbody>
        {goods.map((units) => (
          <UnitsRow key={units.sku} units={units} title={lines.find(({ sku }) => sku === units.sku)?.title} />
        ))}
      </tbody>
    </table>
  );
}

function UnitsRow({ units, title }: { readonly units: Units; readonly title: string | undefined }) {
  const { say, word } = useWording();
  const { sku, expected, received, short, over, unexpected, inspected, stockedIn } = units;
  const results = Object.entries(inspected).filter(([, count]) => count > 0);
  const conditions = Object.entries(stockedIn).filter(([, count]) => count > 0);
  const odds = [
    short > 0 && say(warehouseTexts.short, { n: short }),
    over > 0 && say(warehouseTexts.over, { n: over }),
    unexpected > 0 && say(warehouseTexts.unexpected, { n: unexpected }),
  ].filter((text) => text !== false);
  return (
    <tr>
      <th scope="row">
        <bdi>{title || sku}</bdi>
        {title && (
          <div className="case-hint">
            <bdi>{sku}</bdi>
          </div>
        )}
      </th>
      <td>{expected}</td>
      <td>
        {received}
        {odds.map((text) => (
          <Mark key={text} tone="bad">
            {text}
          </Mark>
        ))}
      </td>
      <td>
        {results.length === 0
          ? '–'
          : results.map(([result, count]) => <div key={result}>{`${word(resultWords, result)} ${count}`}</div>)}
      </td>
      <td>
        {conditions.length === 0
          ? '–'
          : conditions.map(([name, count]) => <div key={name}>{`${word(conditionWords, name)} ${count}`}</div>)}
      </td>
    </tr>
  );
}
