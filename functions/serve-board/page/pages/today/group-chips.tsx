import { useEffect, useRef } from 'react';
import type { GroupView } from '#shared/lists/attention-view.ts';
import type { AttentionGroup } from '#shared/returns/attention/entry.ts';
import { useMe } from '../../data/use-me.ts';
import { moneyTexts } from '../../parts/money-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { todayTexts } from './today-texts.ts';

interface Props {
  readonly groups: readonly GroupView[];
  readonly chosen: AttentionGroup | undefined;
  readonly onChoose: (group: AttentionGroup | undefined) => void;
}

/** The groups that hold something, each with its count and what is at stake; one at a time may be looked at alone. */
export function GroupChips({ groups, chosen, onChoose }: Props) {
  const { say, locale } = useLanguage();
  const home = useMe()?.merchant.currency;
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // On a phone they stand in a row that is wider than it.
    const button = chosen && row.current?.querySelector('[aria-pressed=true]');
    button?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  return (
    <fieldset ref={row} className="today-groups" aria-label={say(todayTexts.groups)}>
      {groups.map(({ group, name, count, sums }) => (
        <button
          key={group}
          type="button"
          className="today-group"
          title={say(name)}
          aria-pressed={group === chosen}
          onClick={() => onChoose(group === chosen ? undefined : group)}
        >
          <span className="today-group-name">{say(name)}</span> <b>{count}</b>
          {sums.length > 0 && <span className="second money"> {moneyTexts(sums, { locale, home })}</span>}
        </button>
      ))}
    </fieldset>
  );
}
