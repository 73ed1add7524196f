import type { CaseView } from '#shared/api/case-view.ts';
import { moneyWords } from '#shared/words/money-words.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { moneyTexts } from './goods-texts.ts';
import { useWording } from './use-wording.ts';

type CaseMoney = CaseView['money'];
type MoneyAction = CaseMoney['actions'][number];
type MoneySum = CaseMoney['sums'][number];

/** Each payment and each try at one, and the caps that were reached. */
export function MoneyActions({ money: { actions, sums } }: { readonly money: CaseMoney }) {
  const { say } = useWording();
  const capped = sums.filter(isReached);
  return (
    <>
      {actions.length > 0 && (
        <>
          <h4>{say(moneyTexts.actions)}</h4>
          <ul className="case-actions">
            {actions.map((action) => (
              <ActionRow key={`${action.kind}/${action.refundId}`} action={action} />
            ))}
          </ul>
        </>
      )}
      {capped.map((sum) => (
        <CapRow key={`${sum.kind}/${sum.currency}`} sum={sum} />
      ))}
    </>
  );
}

/** That all was paid back that the buyer paid is no news; that a policy allows no more is. */
function isReached({ cap, capFrom, counted, over }: MoneySum): boolean {
  return over > 0 || (capFrom === 'policy' && cap !== undefined && counted > 0 && counted >= cap);
}

function ActionRow({ action }: { readonly action: MoneyAction }) {
  const { say, word, money, time } = useWording();
  const { kind, amount, status, by, at, failure } = action;
  return (
    <li>
      <span>
        {word(moneyWords, kind)} <strong className={status === 'failed' ? 'case-struck' : ''}>{money(amount)}</strong>{' '}
        {status === 'failed' && <Mark tone="bad">{say(moneyTexts.failed)}</Mark>}
        {status === 'done-by-platform' && <Mark tone="warn">{say(moneyTexts.byPlatform)}</Mark>}
        {failure && <bdi className="case-hint">{failure}</bdi>}
      </span>
      <span className="case-hint">
        {word(speakerWords, by)} · {time(at)}
      </span>
    </li>
  );
}

function CapRow({ sum }: { readonly sum: MoneySum }) {
  const { say, word, money } = useWording();
  const { kind, currency, cap, counted, over } = sum;
  const kindText = word(moneyWords, kind);
  const of = (amount: number) => money({ amount, currency });
  return (
    <p className="case-cap">
      {cap === undefined ? kindText : say(moneyTexts.cap, { kind: kindText, cap: of(cap), used: of(counted) })}{' '}
      {over > 0 ? (
        <Mark tone="bad">{say(moneyTexts.capOver, { sum: of(over) })}</Mark>
      ) : (
        <Mark>{say(moneyTexts.capReached)}</Mark>
      )}
    </p>
  );
}
