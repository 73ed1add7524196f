import { Button } from 'antd';
import { useMemo, useState } from 'react';
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
import { noWish, type Wish } from './wish.ts';

/** All that says which cases are shown, and how many they are. */
export function CasesHead({ cases, state, reader }: PartProps) {
  const { say } = useLanguage();
  const { wish, change, clear } = state;
  const { rows, sifted, report, answered } = cases;
  const { shown } = sifted;
  const isNarrow = useNarrow();
  const [isOut, setOut] = useState(false);
  const hunt = huntFor(wish.text);
  const filters = useFilters(wish);
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
          <Filters rows={rows} wish={filters} change={change} />
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

/** The part of a wish that its filters show: the same as long as none of them changes, whatever is typed or sorted. */
function useFilters({ shops, kinds, reasons, owner, flags, from, to, waitsOn, time }: Wish): Wish {
  return useMemo(
    () => ({ ...noWish, shops, kinds, reasons, owner, flags, from, to, waitsOn, time }),
    [shops, kinds, reasons, owner, flags, from, to, waitsOn, time],
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
