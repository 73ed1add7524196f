import { type EntryName, entryIdOf } from '#shared/returns/attention/entry.ts';
import { ask, RefusedError } from '../data/client.ts';
import type { ShownRecord } from '../data/records.ts';
import { keyOf, wishAnswered } from './idempotency.ts';
import type { WorkAct } from './work-act.ts';

/**
 * Takes an act.
 * @returns the record as it is after it.
 * @throws as `ask` does.
 */
export async function sendAct(name: EntryName, act: WorkAct): Promise<ShownRecord> {
  const id = entryIdOf(name);
  const wish = `${id} ${JSON.stringify(act)}`;
  try {
    const shown = { id, ...(await askFor(name, { ...act, key: keyOf(wish) })) };
    wishAnswered(wish);
    return shown;
  } catch (error) {
    if (error instanceof RefusedError && error.status < 500) {
      wishAnswered(wish);
    }
    throw error;
  }
}

async function askFor(name: EntryName, body: WorkAct & { readonly key: string }): Promise<Omit<ShownRecord, 'id'>> {
  if (name.record === 'case') {
    const answer = await ask('takeCaseAct', { path: { key: name.key }, body });
    return pick(answer.body?.case);
  }
  const answer = await ask('takeParcelAct', { path: { number: name.number }, body });
  return pick(answer.body?.parcel);
}

function pick(record: Omit<ShownRecord, 'id'> | undefined): Omit<ShownRecord, 'id'> {
  return { version: record?.version ?? 0, work: record?.work };
}
