import { measuredBy } from '#shared/merchant/measured-by.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { kindsNotMeasured, needsTold } from '#shared/returns/deadlines/measured.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { notMeasuredWords } from '#shared/words/measured-words.ts';
import { answeringOfCase } from '../answering.ts';
import { type CaseView, caseViewOf } from '../case-view.ts';
import { showCase as contract } from '../contract/show-case.ts';

interface Needs {
  readonly merchant: Pick<Merchant, 'channels'>;
  readonly now: () => Instant;
}

export const showCase = answeringOfCase(contract, async ({ merchant, now }: Needs, { record }) => {
  const notMeasured = notMeasuredOf(merchant, record.snapshot);
  return await Promise.resolve({ reply: { ...caseViewOf(record, now()), notMeasured } });
});

function notMeasuredOf(
  merchant: Needs['merchant'],
  { source, shop }: Pick<CaseSnapshot, 'source' | 'shop'>,
): NonNullable<CaseView['notMeasured']> {
  const told = needsTold(measuredBy(merchant), source, shop);
  return kindsNotMeasured(told).map(({ kind, need }) => ({ kind, text: notMeasuredWords[need] }));
}
