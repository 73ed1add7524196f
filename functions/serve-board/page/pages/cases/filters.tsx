import { InputNumber, Select } from 'antd';
import { memo, useMemo } from 'react';
import type { Party } from '#shared/returns/deadlines/clock.ts';
import { flagTexts } from '#shared/returns/work/work-texts.ts';
import { waitsOnWords } from '#shared/words/attention-group-words.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { CaseRow } from './case-row.ts';
import { casesTexts, filterTexts, ownerTexts, timeTexts } from './cases-texts.ts';
import { kindText } from './entry-texts.ts';
import { flagChoices, ownerChoices, timeChoices, type Wish } from './wish.ts';

interface FiltersProps {
  readonly rows: readonly CaseRow[];
  readonly wish: Wish;
  readonly change: (changes: Partial<Wish>) => void;
}

const kinds = Object.keys(caseKindWords);
const parties = Object.keys(waitsOnWords) as Party[];

/** All filters but the search and the tab, each of them at work at once; they are slow to draw, and drawn only where one of them changes. */
export const Filters = memo(function Filters({ rows, wish, change }: FiltersProps) {
  const { say, locale } = useLanguage();
  const { shops, reasons } = useMemo(() => valuesIn(rows), [rows]);
  return (
    <>
      <Several
        label={say(filterTexts.shop)}
        values={wish.shops}
        choices={withLost(shops, wish.shops).map((shop) => [shop, shop.slice(shop.indexOf(':') + 1)])}
        choose={(chosen) => change({ shops: chosen })}
      />
      <Several
        label={say(filterTexts.kind)}
        values={wish.kinds}
        choices={kinds.map((kind) => [kind, kindText(kind, locale)])}
        choose={(chosen) => change({ kinds: chosen })}
      />
      <Several
        label={say(filterTexts.reason)}
        values={wish.reasons}
        choices={withLost(reasons, wish.reasons).map((reason) => [reason, reasonText(reason, locale)])}
        choose={(chosen) => change({ reasons: chosen })}
      />
      <Select
        className="filter"
        aria-label={say(filterTexts.owner)}
        value={wish.owner}
        options={ownerChoices.map((owner) => ({ value: owner, label: say(ownerTexts[owner]) }))}
        onChange={(owner) => change({ owner })}
      />
      <Several
        label={say(filterTexts.flag)}
        values={wish.flags}
        choices={flagChoices.map((flag) => [flag, say(flag === 'none' ? casesTexts.noFlag : flagTexts[flag])])}
        choose={(chosen) => change({ flags: chosen })}
      />
      <Several
        label={say(filterTexts.waits)}
        values={wish.waitsOn}
        choices={parties.map((party) => [party, say(waitsOnWords[party])])}
        choose={(chosen) => change({ waitsOn: chosen })}
      />
      <Select
        className="filter"
        aria-label={say(filterTexts.time)}
        placeholder={say(filterTexts.time)}
        allowClear
        value={wish.time ?? null}
        options={timeChoices.map((time) => ({ value: time, label: say(timeTexts[time]) }))}
        popupMatchSelectWidth={false}
        onChange={(time) => change({ time: time ?? undefined })}
      />
      <span className="filter-money">
        <Sum
          label={say(casesTexts.moneyFrom)}
          short={say(casesTexts.from)}
          sum={wish.from}
          change={(from) => change({ from })}
        />
        <Sum label={say(casesTexts.moneyTo)} short={say(casesTexts.to)} sum={wish.to} change={(to) => change({ to })} />
      </span>
    </>
  );
});

interface SeveralProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly choices: readonly (readonly [value: Value, text: string])[];
  readonly choose: (values: Value[]) => void;
}

function Several<Value extends string>({ label, values, choices, choose }: SeveralProps<Value>) {
  return (
    <Select<Value[]>
      className="filter"
      mode="multiple"
      aria-label={label}
      placeholder={label}
      allowClear
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
      optionFilterProp="label"
      value={[...values]}
      options={choices.map(([value, text]) => ({ value, label: text }))}
      onChange={choose}
    />
  );
}

interface SumProps {
  readonly label: string;
  /** What stands there while it is empty. */
  readonly short: string;
  readonly sum: number | undefined;
  readonly change: (sum: number | undefined) => void;
}

function Sum({ label, short, sum, change }: SumProps) {
  return (
    <InputNumber<number>
      aria-label={label}
      placeholder={short}
      min={0}
      max={999_999_999}
      controls={false}
      value={sum ?? null}
      onChange={(value) => change(value ?? undefined)}
    />
  );
}

function valuesIn(rows: readonly CaseRow[]): { readonly shops: string[]; readonly reasons: string[] } {
  const [shops, reasons] = [new Set<string>(), new Set<string>()];
  for (const { shop, reason } of rows) {
    shops.add(shop);
    reasons.add(reason);
  }
  return { shops: [...shops].sort(), reasons: [...reasons].filter((reason) => reason !== '').sort() };
}

/** What a link asks for stands there, also where no case has it any more. */
function withLost(values: readonly string[], chosen: readonly string[]): string[] {
  return [...values, ...chosen.filter((each) => !values.includes(each))];
}
