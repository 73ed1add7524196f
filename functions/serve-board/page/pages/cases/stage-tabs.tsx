import { headlineWords } from '#shared/words/headline-words.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesTexts } from './cases-texts.ts';
import type { Sifted } from './sift-rows.ts';
import { stageTabs, type Tab, tabs } from './tabs.ts';

interface StageTabsProps {
  readonly chosen: Tab;
  readonly counts: Sifted['counts'];
  readonly choose: (tab: Tab) => void;
}

/** How many cases stand where, of those that the filters leave. */
export function StageTabs({ chosen, counts, choose }: StageTabsProps) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div className="stage-tabs" role="group" aria-label={say(casesTexts.stages)}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === chosen}
          title={
            tab === 'all' ? undefined : stageTabs[tab].headlines.map((each) => say(headlineWords[each])).join(' / ')
          }
          onClick={() => choose(tab)}
        >
          {say(tab === 'all' ? casesTexts.all : stageTabs[tab].name)} <span className="stage-count">{counts[tab]}</span>
        </button>
      ))}
    </div>
  );
}
