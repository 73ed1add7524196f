import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesCsv } from './case-csv.ts';
import type { CaseRow } from './case-row.ts';
import { casesTexts, filled } from './cases-texts.ts';
import { csvName } from './csv-name.ts';
import type { Reader } from './reader.ts';

/** Saves what the filters leave, in the order of the list. */
export function ExportButton({ rows, reader }: { readonly rows: readonly CaseRow[]; readonly reader: Reader }) {
  const { say } = useLanguage();
  const merchant = useMe()?.merchant.name ?? '';
  const now = useNow();
  const count = rows.length;
  const save = () => {
    const address = URL.createObjectURL(new Blob([casesCsv(rows, reader)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = csvName({ merchant, what: say(casesTexts.title), now, timeZone: reader.timeZone });
    link.click();
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      disabled={count === 0}
      title={filled(say(casesTexts.csvHint), { count })}
      onClick={save}
    >
      {filled(say(casesTexts.csv), { count })}
    </Button>
  );
}
