import type { View } from '#shared/returns/attention/views.ts';
import { useLanguage } from '../../words/locale.tsx';
import { todayTexts, viewTexts } from './today-texts.ts';

interface Props {
  readonly counts: Readonly<Record<View, number>>;
  readonly chosen: View;
  readonly onChoose: (view: View) => void;
}

const inOrder: readonly View[] = ['mine', 'team', 'unclaimed', 'all'];

/** Whose the list is. */
export function ViewTabs({ counts, chosen, onChoose }: Props) {
  const { say } = useLanguage();
  return (
    <fieldset className="today-views" aria-label={say(todayTexts.views)}>
      {inOrder.map((view) => (
        <button
          key={view}
          type="button"
          className="today-view"
          aria-pressed={view === chosen}
          onClick={() => onChoose(view)}
        >
          {say(viewTexts[view])} <span className="today-view-count">{counts[view]}</span>
        </button>
      ))}
    </fieldset>
  );
}
