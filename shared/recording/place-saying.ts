import type { Instant } from '#shared/returns/record/instant.ts';
import type { Saying } from '#shared/sources/source.ts';
import type { Touched } from './placed.ts';
import type { PersonalDataTable } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { resolveCase, type Unmatched } from './resolve-case.ts';
import type { TakenDelivery } from './taken.ts';

/** Puts one saying's facts down with the record that it speaks of. @returns that record, or under which name no case was found. */
export async function placeSaying(
  recorder: Recorder,
  taken: TakenDelivery,
  saying: Saying,
  index: number,
): Promise<Touched | Unmatched> {
  const { receivedAt } = taken.delivery;
  const observation = {
    id: observationId(taken, index),
    from: senderOf(taken),
    receivedAt,
    ...(taken.revision !== undefined && { revision: taken.revision }),
  };
  if (saying.about === 'parcel') {
    const { number, facts } = saying;
    await recorder.parcels.putObservation(number, { ...observation, facts });
    await putPerson(recorder.parcels, number, saying, receivedAt);
    return { record: { parcel: number } };
  }
  const resolved = await resolveCase(recorder, taken, saying.ref);
  if (resolved.kind !== 'known') {
    return resolved;
  }
  const { caseKey } = resolved;
  await recorder.cases.putObservation(caseKey, { ...observation, facts: saying.facts });
  await putPerson(recorder.cases, caseKey, saying, receivedAt);
  return { record: { caseKey } };
}

async function putPerson(table: PersonalDataTable, key: string, saying: Saying, receivedAt: Instant): Promise<void> {
  if (saying.person) {
    await table.putPersonalData(key, saying.person, saidAtOf(saying) ?? receivedAt);
  }
}

/** `<source>/<channel>`. */
export function senderOf({ delivery: { source, channel } }: Pick<TakenDelivery, 'delivery'>): string {
  return `${source}/${channel}`;
}

/** @param index - The saying's place in its delivery. */
export function observationId(taken: Pick<TakenDelivery, 'delivery'>, index: number): string {
  return `${senderOf(taken)}/${taken.delivery.id}${index === 0 ? '' : `/${index}`}`;
}

/** The sender's own time, so that a second try of an old delivery does not bring back an old name. */
function saidAtOf({ facts }: Saying): Instant | undefined {
  return facts
    .map(({ at }) => at)
    .sort()
    .at(-1);
}
