import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '#shared/api/case-view.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { basisTexts, moneyTexts } from './goods-texts.ts';
import { useWording } from './use-wording.ts';

/** What is owed, what went out and what is left, side by side; and money and goods that do not match. */
export function MoneySums({ view }: { readonly view: CaseView }) {
  const { say, money } = useWording();
  const { paid, paidForLines, freightPaid, money: sums } = view;
  const { owed, outstanding, over, out, back } = sums;
  const none = owed.basis === 'nothing' ? '–' : say(moneyTexts.unknown);
  const more = [
    paidForLines && paidForLines.amount !== paid?.amount && say(moneyTexts.paidForLines, { sum: money(paidForLines) }),
    freightPaid && freightPaid.amount > 0 && say(moneyTexts.freightPaid, { sum: money(freightPaid) }),
  ].filter(Boolean);
  return (
    <>
      <dl className="case-sums">
        <Sum name={say(moneyTexts.paid)} sum={paid} hint={more.join(' · ')} />
        <Sum name={say(moneyTexts.owed)} sum={owed.amount} none={none} hint={say(basisTexts[owed.basis])} />
        <Sum name={say(moneyTexts.out)} sum={sums.paid ?? zeroOf(owed.amount)} none={none} />
        {over ? (
          <Sum name={say(moneyTexts.over)} sum={over} tone="case-bad" />
        ) : (
          <Sum
            name={say(moneyTexts.outstanding)}
            sum={outstanding ?? zeroOf(owed.amount)}
            none={none}
            tone={toneOf(outstanding)}
          />
        )}
      </dl>
      {out && <Mismatch text={say(moneyTexts.moneyOut, { sum: money(out) })} />}
      {back && <Mismatch text={say(moneyTexts.goodsBack, { sum: money(back) })} />}
    </>
  );
}

/** Where it is known what is owed, no payment is one of nothing. */
function zeroOf(owed: Money | undefined): Money | undefined {
  return owed && { ...owed, amount: 0 };
}

function toneOf(outstanding: Money | undefined): string {
  return outstanding && outstanding.amount > 0 ? 'case-owing' : '';
}

interface SumProps {
  readonly name: string;
  readonly sum: Money | undefined;
  /** Where there is none. */
  readonly none?: string;
  readonly hint?: ReactNode;
  readonly tone?: string;
}

function Sum({ name, sum, none = '–', hint, tone = '' }: SumProps) {
  const { money } = useWording();
  return (
    <div>
      <dt>{name}</dt>
      <dd className={tone}>{sum ? money(sum) : <span className="case-hint">{none}</span>}</dd>
      {hint && <dd className="case-hint">{hint}</dd>}
    </div>
  );
}

function Mismatch({ text }: { readonly text: string }) {
  return <Alert className="case-mismatch" type="warning" showIcon title={text} />;
}
