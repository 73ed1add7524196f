import type { CaseView } from '#shared/api/case-view.ts';
import { qualityWords } from '#shared/words/quality-words.ts';
import { warehouseStatusWords } from '#shared/words/warehouse-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Block } from './block.tsx';
import { GoodsReports } from './goods-reports.tsx';
import { GoodsTable } from './goods-table.tsx';
import { warehouseTexts } from './goods-texts.ts';
import { PreAdvices } from './pre-advices.tsx';
import { useWording } from './use-wording.ts';

const toneOf = {
  none: 'plain',
  waiting: 'warn',
  'in-check': 'warn',
  passed: 'good',
  'passed-with-deduction': 'warn',
  failed: 'bad',
} as const;

const chosenBy = { store: 'byStore', policy: 'byPolicy', person: 'byPerson' } as const;

/** What warehouses were told, what came, and what they found. */
export function Warehouse({ view }: { readonly view: CaseView }) {
  const { say, word, time } = useWording();
  const { warehouse, warehouseStatuses, quality, goods, reports, preAdvices } = view;
  return (
    <Block title={say(warehouseTexts.title)} hint={<Mark tone={toneOf[quality]}>{word(qualityWords, quality)}</Mark>}>
      <p>
        {say(warehouseTexts.warehouse)}{' '}
        {warehouse ? (
          <>
            <bdi>{warehouse.id}</bdi> <span className="case-hint">{say(warehouseTexts[chosenBy[warehouse.by]])}</span>
          </>
        ) : (
          <span className="case-hint">{say(warehouseTexts.noWarehouse)}</span>
        )}
      </p>
      {Object.entries(warehouseStatuses).map(([id, { status, at }]) => (
        <p key={id}>
          <bdi>{id}</bdi> <Mark>{word(warehouseStatusWords, status)}</Mark>{' '}
          <span className="case-hint">{time(at)}</span>
        </p>
      ))}
      <PreAdvices preAdvices={preAdvices} />
      <GoodsTable goods={goods} lines={view.lines} />
      <GoodsReports reports={reports} />
    </Block>
  );
}
