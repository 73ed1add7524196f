import { Button } from 'antd';
import { useMe } from '../../data/use-me.ts';
import { moneyTexts } from '../../parts/money-text.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Awaited } from './awaited.ts';
import { AwaitedText } from './awaited-text.tsx';
import type { DueToday } from './due-today.ts';
import { todayTexts } from './today-texts.ts';

/** So many are named to begin with. */
export const firstFew = 3;

interface Props {
  readonly due: DueToday;
  readonly awaited: Awaited;
  /** Whether one group alone is looked at, of which that is told then. */
  readonly isOfGroup: boolean;
  /** Whether those that are named are marked in the list. */
  readonly isMarked: boolean;
  /** Marks those that are named, and goes to the first of them. */
  readonly onFirst: () => void;
}

/** What the day is worth, and where to begin. */
export function Headline({ due: { count, sums }, awaited, isOfGroup, isMarked, onFirst }: Props) {
  const { say, locale } = useLanguage();
  const home = useMe()?.merchant.currency;
  if (count === 0) {
    const nothing = isOfGroup ? say(todayTexts.nothingDueHere) : say(todayTexts.nothingDue);
    return (
      <h1 className="today-headline">
        {awaited.count > 0 && !isOfGroup ? <AwaitedText awaited={awaited} /> : nothing}
      </h1>
    );
  }
  const n = Math.min(count, firstFew);
  return (
    <h1 className="today-headline">
      {sums.length > 0 ? (
        <>
          {say(todayTexts.watched)}{' '}
          <strong className="money" title={say(todayTexts.watchedMeans)}>
            {moneyTexts(sums, { locale, home })}
          </strong>
        </>
      ) : (
        say(filled(todayTexts.watchedCount, { n: count }))
      )}
      {say(todayTexts.comma)}
      <Button type="link" size="large" className="today-first" aria-pressed={isMarked} onClick={onFirst}>
        {say(filled(n === 1 ? todayTexts.doFirstOne : todayTexts.doFirst, { n }))}
      </Button>
    </h1>
  );
}
