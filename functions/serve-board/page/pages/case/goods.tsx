import { Link } from 'wouter';
import type { CaseView } from '#shared/api/case-view.ts';
import { Mark } from '../../parts/mark.tsx';
import { Block } from './block.tsx';
import { moneyTexts } from './goods-texts.ts';
import { keyed } from './keyed.ts';
import { lineNotesOf } from './line-notes.ts';
import { MoneyActions } from './money-actions.tsx';
import { MoneySums } from './money-sums.tsx';
import { useWording } from './use-wording.ts';
import './goods.css';

type Line = CaseView['lines'][number];

/** What was ordered, what is owed for it and what was paid, before this case, too. */
export function Goods({ view }: { readonly view: CaseView }) {
  const { say, money } = useWording();
  const { lines, refundedBefore, attention } = view;
  const { overPaid, otherCases } = lineNotesOf(attention);
  return (
    <Block title={say(moneyTexts.title)}>
      {lines.length === 0 ? (
        <p className="case-hint">{say(moneyTexts.noLines)}</p>
      ) : (
        <ul className="case-lines">
          {keyed(lines, ({ lineId }) => lineId).map(({ key, item: line }) => (
            <LineRow key={key} line={line} isOverPaid={overPaid.has(line.lineId)} />
          ))}
        </ul>
      )}
      {refundedBefore && refundedBefore.amount > 0 && (
        <p className="case-warn">{say(moneyTexts.refundedBefore, { sum: money(refundedBefore) })}</p>
      )}
      {otherCases.map((key) => (
        <p key={key} className="case-warn">
          {say(moneyTexts.otherCase)}{' '}
          <Link href={`/cases/${encodeURIComponent(key)}`}>
            <bdi>{key}</bdi>
          </Link>
        </p>
      ))}
      <MoneySums view={view} />
      <MoneyActions money={view.money} />
    </Block>
  );
}

function LineRow({ line, isOverPaid }: { readonly line: Line; readonly isOverPaid: boolean }) {
  const { say, money } = useWording();
  const { title, sku, quantity, unitPrice, gift, category } = line;
  return (
    <li>
      <div className="case-line-goods">
        <bdi className="case-line-title">{title || sku}</bdi>
        <div className="case-hint">
          {title && <bdi>{sku}</bdi>} {category && <bdi>{category}</bdi>} <NoReason days={line.noReasonDays} />
        </div>
        {gift && <Mark tone="info">{say(moneyTexts.gift)}</Mark>}
        {isOverPaid && <Mark tone="bad">{say(moneyTexts.overPaid)}</Mark>}
      </div>
      <span className="case-line-sum">
        {unitPrice && money(unitPrice)} <strong>× {quantity}</strong>
      </span>
    </li>
  );
}

function NoReason({ days }: { readonly days: number | undefined }) {
  const { say } = useWording();
  if (days === undefined) {
    return null;
  }
  return <span>{days > 0 ? say(moneyTexts.noReasonDays, { n: days }) : say(moneyTexts.noReasonNever)}</span>;
}
