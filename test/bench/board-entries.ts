import type { Entry } from '#shared/returns/attention/entry.ts';
import { caseEntryOf } from '#shared/returns/attention/entry-of.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { openBenchRecorder } from './bench-recorder.ts';
import { caseKeyOf, recordCase } from './list-cases.ts';
import { WireTable } from './wire-table.ts';

/** Open cases of the last two weeks as the recorder folds them, each as lists show it. */
export async function foldedEntries(count: number, now: Instant): Promise<Entry[]> {
  let clock = now;
  const recorder = openBenchRecorder(new WireTable().client(), 'board', () => clock);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = addMillis(now, -(10 + ((index * 7919) % 20_000)) * 60_000);
    clock = addMillis(at, 60_000);
    await recordCase(recorder, index, at);
    const stored = await recorder.cases.readSnapshot(caseKeyOf(index));
    if (!stored) {
      throw new Error(`the recorder left no ${caseKeyOf(index)}`);
    }
    entries.push(caseEntryOf(stored.snapshot, { version: stored.version, writtenAt: clock }));
  }
  return entries;
}
