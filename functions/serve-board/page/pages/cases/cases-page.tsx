import { Button, Empty, Result } from 'antd';
import { useMemo } from 'react';
import { useMe } from '../../data/use-me.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import { PageWait } from '../../shell/page-wait.tsx';
import { failureText } from '../../words/failure-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { RecordDrawer } from '../today/record-drawer.tsx';
import { CaseCards } from './case-cards.tsx';
import { CaseTable } from './case-table.tsx';
import { CasesHead } from './cases-head.tsx';
import { casesTexts } from './cases-texts.ts';
import { NothingLeft } from './nothing-left.tsx';
import type { PartProps } from './part-props.ts';
import type { Reader } from './reader.ts';
import { useCases } from './use-cases.ts';
import { useWish } from './use-wish.ts';
import './cases.css';

/** All open cases, to be filtered, sorted, searched and saved; and closed ones where somebody looks for them. */
export function CasesPage() {
  const me = useMe();
  const { locale } = useLanguage();
  const reader = useMemo<Reader | undefined>(() => me && { locale, me }, [me, locale]);
  return reader ? <CasesFor reader={reader} /> : null;
}

function CasesFor({ reader }: { readonly reader: Reader }) {
  const state = useWish();
  const cases = useCases(state.wish, reader);
  const { say } = useLanguage();
  const { openKey } = state;
  const { rows } = cases;
  const opened = useMemo(() => rows.find(({ entry }) => entry.key === openKey)?.entry, [rows, openKey]);
  return (
    <div className="cases-page">
      <h1 className="visually-hidden">{say(casesTexts.title)}</h1>
      <CasesHead cases={cases} state={state} reader={reader} />
      <CasesBody cases={cases} state={state} reader={reader} />
      <RecordDrawer
        open={openKey === undefined ? undefined : `case ${openKey}`}
        entry={opened}
        onClose={() => state.open(undefined)}
      />
    </div>
  );
}

function CasesBody({ cases, state, reader }: PartProps) {
  const { say } = useLanguage();
  const isNarrow = useNarrow();
  const { wish, change, clear, openKey, open } = state;
  const { sifted, rows } = cases;
  const { shown } = sifted;
  if (cases.state === 'loading') {
    return <PageWait />;
  }
  if (cases.state === 'failed') {
    const again = <Button onClick={cases.again}>{say(casesTexts.again)}</Button>;
    const reason = failureText(cases.error, reader.locale, reader.me);
    return <Result status="warning" title={say(casesTexts.failed)} subTitle={reason} extra={again} />;
  }
  if (rows.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<NoCases />} />;
  }
  if (shown.length === 0) {
    return <NothingLeft sifted={sifted} change={change} clear={clear} />;
  }
  const list = { rows: shown, reader, openKey, open, order: wish };
  return isNarrow ? (
    <CaseCards {...list} />
  ) : (
    <CaseTable {...list} sort={wish.sort} change={(sort) => change({ sort })} />
  );
}

function NoCases() {
  const { say } = useLanguage();
  return (
    <>
      <p>{say(casesTexts.none)}</p>
      <p>{say(casesTexts.noneHint)}</p>
    </>
  );
}
