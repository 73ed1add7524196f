import { aFewAtOnce } from '#shared/clocks/a-few-at-once.ts';
import { type RecordName, textOfRecord } from '#shared/messages/record-name.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { ToldClass } from '#shared/returns/told-classes.ts';
import { isOpen } from '#shared/returns/tracking/links.ts';
import type { Store } from '#shared/store/open-store.ts';
import { type Owing, owesOf, timesTold } from './owed-telling.ts';

export interface RebuildWork {
  readonly store: Pick<Store, 'cases' | 'parcels'>;
  readonly classes: readonly ToldClass[];
  /** Asks `record-observations` to fold these anew, and to tell what is of the classes. */
  readonly send: (records: readonly RecordName[]) => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
}

export interface RebuiltPage {
  /** Those of them that are open. */
  readonly open: readonly RecordName[];
  /** How many of those had something to be told or were of an earlier fold, and how many of these are folded anew. */
  readonly asked: number;
  readonly folded: number;
  /** How often something of each class was told, by `told of <class>`. */
  readonly told: Readonly<Record<string, number>>;
  /** Asked for, and not folded anew in the time that was waited. */
  readonly late: readonly RecordName[];
}

type Stored = StoredRecord<CaseSnapshot | ParcelSnapshot>;
interface Asked {
  readonly record: RecordName;
  readonly before: Stored;
}

/**
 * Has the records of a page folded anew of which the present fold may have something to tell, and waits for them: so no more are under way than a page has,
 * and whoever comes to the inbox meanwhile waits behind no more than that.
 * @param isListedByDay - Cases that were only opened then: those that ended since are passed over.
 * @throws Error where records were folded by a newer release than this one.
 */
export async function rebuildPage(
  records: readonly RecordName[],
  isListedByDay: boolean,
  work: RebuildWork,
): Promise<RebuiltPage> {
  const read = await readAll(records, work);
  const found = read.filter(({ before }) => !isListedByDay || !isEnded(before.snapshot));
  const asked = found.filter(({ before }) => owesOf(before, work.classes));
  if (asked.length > 0) {
    await work.send(asked.map(({ record }) => record));
  }
  const { after, late } = await waitFor(asked, work);
  const told = work.classes.map((each) => [`told of ${each}`, sumOf(asked, after, [each])] as const);
  return {
    open: found.map(({ record }) => record),
    asked: asked.length,
    folded: after.size,
    told: Object.fromEntries(told),
    late,
  };
}

const restMs = 250;
const mostRests = 240;

async function waitFor(asked: readonly Asked[], work: RebuildWork) {
  const after = new Map<string, Owing>();
  let late = asked.map(({ record }) => record);
  for (let rest = 0; late.length > 0 && rest < mostRests; rest += 1) {
    await work.wait(restMs);
    for (const { record, before } of await readAll(late, work)) {
      if (!owesOf(before, work.classes)) {
        after.set(textOfRecord(record), before);
      }
    }
    late = late.filter((record) => !after.has(textOfRecord(record)));
  }
  return { after, late };
}

function sumOf(asked: readonly Asked[], after: ReadonlyMap<string, Owing>, classes: readonly ToldClass[]): number {
  return asked.reduce((sum, { record, before }) => {
    const now = after.get(textOfRecord(record));
    return now ? sum + timesTold(now, classes) - timesTold(before, classes) : sum;
  }, 0);
}

/** The index is a moment behind: one that is not there is passed over. */
async function readAll(records: readonly RecordName[], { store }: RebuildWork): Promise<Asked[]> {
  const read = await aFewAtOnce(records, async (record): Promise<Asked[]> => {
    const before: Stored | undefined = await ('parcel' in record
      ? store.parcels.readSnapshot(record.parcel)
      : store.cases.readSnapshot(record.caseKey));
    return before ? [{ record, before }] : [];
  });
  return read.flat();
}

function isEnded(snapshot: CaseSnapshot | ParcelSnapshot): boolean {
  return 'decision' in snapshot && !isOpen(snapshot);
}
