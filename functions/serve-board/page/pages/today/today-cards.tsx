import { useNow } from '../../data/use-now.ts';
import { ClockCell } from '../../parts/clock-cell.tsx';
import { FlagMark } from '../../parts/flag-mark.tsx';
import { KindCell } from '../../parts/kind-cell.tsx';
import { Money } from '../../parts/money.tsx';
import { Owner } from '../../parts/owner.tsx';
import { partyTexts } from '../../parts/party-texts.ts';
import { ProductCell } from '../../parts/product-cell.tsx';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Band } from './bands.ts';
import type { ListActs } from './list-acts.ts';
import type { Row } from './row.ts';
import { ActsCell, NumbersCell, ShopCell, TodoCell } from './row-cells.tsx';
import { columnTexts, todayTexts } from './today-texts.ts';
import './today-cards.css';

interface Props {
  readonly bands: readonly Band<Row>[];
  readonly list: ListActs;
}

/** The list on a phone. */
export function TodayCards({ bands, list }: Props) {
  const { say } = useLanguage();
  return (
    <div className="today-cards">
      {bands.map(({ key, name, rows, count }, index) => (
        <section key={key}>
          <h2 className="today-band">
            {say(name)}{' '}
            {count !== undefined && <span className="quiet">{say(filled(todayTexts.count, { n: count }))}</span>}
            {index === 0 && <span className="second today-order">{say(todayTexts.largerFirst)}</span>}
          </h2>
          <ul>
            {rows.map((row) => (
              <Card key={row.id} row={row} list={list} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ row, list }: { readonly row: Row; readonly list: ListActs }) {
  const { say } = useLanguage();
  const now = useNow();
  const { entry, platform, own, stake, waitsOn, isGone, id, place } = row;
  return (
    <li
      className={`today-card${isGone ? ' today-gone' : ''}`}
      data-chosen={list.chosen === id || undefined}
      data-first={(list.marksFirst && place !== undefined) || undefined}
    >
      <div className="today-card-head">
        <TodoCell row={row} onOpen={list.open} />
        <Money sum={stake} />
      </div>
      <dl className="today-card-clocks">
        <div>
          <dt>{say(columnTexts.platform)}</dt>
          <dd>
            <ClockCell clock={platform} now={now} second="at-time-out" />
          </dd>
        </div>
        <div>
          <dt>{say(columnTexts.own)}</dt>
          <dd>
            <ClockCell clock={own} now={now} second="name" />
          </dd>
        </div>
      </dl>
      <div className="today-card-pair">
        <ProductCell entry={entry} />
        <KindCell entry={entry} />
      </div>
      <div className="today-card-pair">
        <NumbersCell entry={entry} />
        <ShopCell entry={entry} />
      </div>
      <div className="today-card-foot">
        <span className="second">{say(partyTexts[waitsOn])}</span>
        <Owner work={entry.work} />
        <FlagMark work={entry.work} />
        <ActsCell row={row} list={list} />
      </div>
    </li>
  );
}
