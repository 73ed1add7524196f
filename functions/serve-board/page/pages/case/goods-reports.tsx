import type { CaseView } from '#shared/api/case-view.ts';
import { findingWords, suggestionWords } from '#shared/words/finding-words.ts';
import { resultWords } from '#shared/words/quality-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { warehouseTexts } from './goods-texts.ts';
import { keyed } from './keyed.ts';
import { useWording } from './use-wording.ts';

type Report = CaseView['reports'][number];
type FoundLine = NonNullable<Report['found']>[number];

const kindNames = { received: 'receivedReport', inspected: 'inspectedReport', 'stocked-in': 'stockedReport' } as const;
const toneOf = { passed: 'good', 'passed-with-deduction': 'warn', failed: 'bad' } as const;

/** What warehouses reported, in their order: receipts, checks with what they found, and stock-ins. */
export function GoodsReports({ reports }: { readonly reports: readonly Report[] }) {
  const { say } = useWording();
  return reports.length === 0 ? (
    <p className="case-hint">{say(warehouseTexts.nothing)}</p>
  ) : (
    <>
      <h4>{say(warehouseTexts.reports)}</h4>
      <ul className="case-rows">
        {keyed(reports, ({ kind, at }) => `${kind} ${at}`).map(({ key, item }) => (
          <ReportRow key={key} report={item} />
        ))}
      </ul>
    </>
  );
}

function ReportRow({ report }: { readonly report: Report }) {
  const { say, time } = useWording();
  const { kind, at, warehouseId, number, partial, uncounted, photos, found } = report;
  return (
    <li>
      <strong>{say(warehouseTexts[kindNames[kind]])}</strong>{' '}
      <span className="case-hint">
        {time(at)} · <bdi>{warehouseId}</bdi> {number && <bdi>{number}</bdi>}
      </span>{' '}
      {partial && <Mark tone="warn">{say(warehouseTexts.partial)}</Mark>}
      {uncounted && <span className="case-hint">{say(warehouseTexts.notCounted)}</span>}
      {found?.length === 0 && <Mark tone="good">{say(warehouseTexts.allWell)}</Mark>}
      {keyed(found ?? [], ({ sku }) => sku).map(({ key, item }) => (
        <Found key={key} line={item} />
      ))}
      {photos !== undefined && photos > 0 && (
        <div>
          {say(warehouseTexts.photos, { n: photos })}{' '}
          <span className="case-hint">{say(warehouseTexts.photosWhere)}</span>
        </div>
      )}
    </li>
  );
}

/** What a check found of some units. */
function Found({ line: { sku, quantity, result, finding, disposition } }: { readonly line: FoundLine }) {
  const { say, word } = useWording();
  return (
    <div>
      <bdi>{sku}</bdi> × {quantity} <Mark tone={toneOf[result]}>{word(resultWords, result)}</Mark>
      {finding && (
        <Mark tone="bad">
          <bdi>{word(findingWords, finding)}</bdi>
        </Mark>
      )}
      {disposition && (
        <bdi className="case-hint">{say(warehouseTexts.suggests, { what: word(suggestionWords, disposition) })}</bdi>
      )}
    </div>
  );
}
