import { Tag } from 'antd';
import type { CaseView } from '#shared/api/case-view.ts';
import { findingWords, suggestionWords } from '#shared/words/finding-words.ts';
import { conditionWords, resultWords } from '#shared/words/quality-words.ts';
import { warehouseTexts } from './goods-texts.ts';
import { keyed } from './keyed.ts';
import { useWording } from './use-wording.ts';

type Report = CaseView['reports'][number];
type ReportLine = NonNullable<Report['lines']>[number];

const kindNames = { received: 'receivedReport', inspected: 'inspectedReport', 'stocked-in': 'stockedReport' } as const;
const toneOf = { passed: 'green', 'passed-with-deduction': 'orange', failed: 'red' } as const;

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
  const { kind, at, warehouseId, number, partial, photos, lines } = report;
  return (
    <li>
      <strong>{say(warehouseTexts[kindNames[kind]])}</strong>{' '}
      <span className="case-hint">
        {time(at)} · <bdi>{warehouseId}</bdi> {number && <bdi>{number}</bdi>}
      </span>{' '}
      {partial && <Tag color="gold">{say(warehouseTexts.partial)}</Tag>}
      {lines === undefined && <div>{say(warehouseTexts.notCounted)}</div>}
      {lines?.length === 0 && <div>{say(warehouseTexts.empty)}</div>}
      {keyed(lines ?? [], ({ sku }) => sku).map(({ key, item }) => (
        <LineFound key={key} line={item} />
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

function LineFound({ line }: { readonly line: ReportLine }) {
  const { say, word } = useWording();
  const { sku, quantity, result, finding, disposition, condition } = line;
  return (
    <div>
      <bdi>{sku}</bdi> × {quantity} {result && <Tag color={toneOf[result]}>{word(resultWords, result)}</Tag>}
      {finding && (
        <Tag color="red">
          <bdi>{word(findingWords, finding)}</bdi>
        </Tag>
      )}
      {condition && <Tag color={condition === 'sellable' ? 'green' : 'orange'}>{word(conditionWords, condition)}</Tag>}
      {disposition && (
        <bdi className="case-hint">{say(warehouseTexts.suggests, { what: word(suggestionWords, disposition) })}</bdi>
      )}
    </div>
  );
}
