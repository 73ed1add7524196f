import type { CaseTable, PersonalDataReader } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { indexEntries } from './indexes.ts';
import { observationItem } from './items.ts';
import { partitions, sorts } from './keys.ts';
import { openPersonTable } from './person.ts';
import { openRecordTable } from './record-table.ts';
import { type Attributes, putItem, type Table } from './table.ts';

/** Cases in DynamoDB. */
export function openCaseTable(table: Table, now: () => Instant): CaseTable & PersonalDataReader {
  return {
    ...openRecordTable<CaseSnapshot, CaseObservation>(table, { partition: partitions.case, indexes: caseIndexes }),
    ...openPersonTable(table, partitions.case, now),
    putParcelState: async (key, observation, number, revision) =>
      await putParcelState(table, key, { observation, number, revision }),
  };
}

function caseIndexes(pk: string, { nextStrikeAt, openedAt, attention, updatedAt }: CaseSnapshot): Attributes {
  return {
    ...(nextStrikeAt && indexEntries.due(nextStrikeAt, pk)),
    ...(openedAt && indexEntries.opened(openedAt, pk)),
    ...(attention.length > 0 && indexEntries.attention(updatedAt ?? '', pk)),
  };
}

interface StatedParcel {
  readonly observation: CaseObservation;
  readonly number: string;
  readonly revision: number;
}

async function putParcelState(table: Table, caseKey: string, stated: StatedParcel): Promise<'new' | 'known'> {
  const { observation, number, revision } = stated;
  const key = { pk: partitions.case(caseKey), sk: sorts.parcelState(number) };
  const { put } = await putItem(table, observationItem(key, observation, { revision }), {
    // attribute_not_exists: the first state of this parcel.
    // revision < ours: a state that was overtaken on its way never comes back.
    expression: 'attribute_not_exists(#pk) OR #revision < :revision',
    names: ['pk', 'revision'],
    values: { revision },
  });
  return put ? 'new' : 'known';
}
