import { Button } from 'antd';
import { useState } from 'react';
import { useNarrow } from '../../parts/use-narrow.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import { activeFilters } from './active-filters.ts';
import { casesTexts } from './cases-texts.ts';
import { ExportButton } from './export-button.tsx';
import { Filters } from './filters.tsx';
import { huntFor } from './hunt.ts';
import { HuntBanner } from './hunt-banner.tsx';
import type { PartProps } from './part-props.ts';
import { SearchBox } from './search-box.tsx';
import { StageTabs } from './stage-tabs.tsx';
import { noWish } from './wish.ts';

/** All that says which cases are shown, and how many they are. */
export function CasesHead({ cases, state, reader }: PartProps) {
  const { say } = useLanguage();
  const { wish, change, clear } = state;
  const { rows, sifted, shown, report, answered } = cases;
  const isNarrow = useNarrow();
  const [isOut, setOut] = useState(false);
  const hunt = huntFor(wish.text);
  const filters = { ...wish, text: '', tab: 'all' } as const;
  const showAll = () => change({ ...noWish, text: wish.text, sort: wish.sort });
  return (
    <>
      <div className="cases-search">
        <SearchBox text={wish.text} change={(text) => change({ text })} />
        {isNarrow && <FilterToggle count={activeFilters(filters)} isOut={isOut} turn={() => setOut(!isOut)} />}
        <ExportButton rows={shown} reader={reader} />
      </div>
      {(isOut || !isNarrow) && (
        <div className="cases-filters">
          <Filters rows={rows} wish={wish} change={change} />
        </div>
      )}
      <HuntBanner
        report={report}
        state={answered.state}
        more={hunt.kind === 'numbers' ? hunt.more : 0}
        hidden={cases.hidden}
        showAll={showAll}
      />
      <StageTabs chosen={wish.tab} counts={sifted.counts} choose={(tab) => change({ tab })} />
      <p className="cases-count">
        <span role="status">{say(filled(casesTexts.shown, { shown: shown.length, all: rows.length }))}</span>
        {activeFilters(wish) > 0 && (
          <Button type="link" size="small" onClick={clear}>
            {say(casesTexts.clear)}
          </Button>
        )}
        <span className="cases-hint">{say(casesTexts.opened)}</span>
      </p>
    </>
  );
}

interface ToggleProps {
  readonly count: number;
  readonly isOut: boolean;
  readonly turn: () => void;
}

/** On a phone the filters are away until they are asked for. */
function FilterToggle({ count, isOut, turn }: ToggleProps) {
  const { say } = useLanguage();
  return (
    <Button size="middle" aria-expanded={isOut} onClick={turn}>
      {say(casesTexts.filters)}
      {count > 0 && ` (${count})`}
    </Button>
  );
}
