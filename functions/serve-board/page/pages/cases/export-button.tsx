import { Button } from 'antd';
import { useNow } from '../../data/use-now.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesCsv } from './case-csv.ts';
import type { CaseRow } from './case-row.ts';
import { casesTexts } from './cases-texts.ts';
import { csvName } from './csv-name.ts';
import type { Reader } from './reader.ts';

/** Saves what the filters leave, in the order of the list. */
export function ExportButton({ rows, reader }: { readonly rows: readonly CaseRow[]; readonly reader: Reader }) {
  const { say } = useLanguage();
  const now = useNow();
  const count = rows.length;
  const save = () => {
    const address = URL.createObjectURL(new Blob([casesCsv(rows, reader)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = csvName({
      merchant: reader.me.merchant.name,
      what: say(casesTexts.title),
      now,
      timeZone: reader.me.merchant.timeZone,
    });
    link.click();
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Button size="middle" disabled={count === 0} title={say(filled(casesTexts.csvHint, { count }))} onClick={save}>
      {say(filled(casesTexts.csv, { count }))}
    </Button>
  );
}
