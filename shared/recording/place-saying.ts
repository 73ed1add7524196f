import type { Instant } from '#shared/returns/record/instant.ts';
import type { Saying } from '#shared/sources/source.ts';
import type { Touched } from './placed.ts';
import type { Recorder } from './recorder.ts';
import { resolveOrHold, type Unmatched } from './resolve-case.ts';
import type { TakenDelivery } from './taken.ts';

/** Puts one saying's facts down with the record that it speaks of. @returns that record, or under which name no case was found. */
export async function placeSaying(
  recorder: Recorder,
  taken: TakenDelivery,
  saying: Saying,
  index: number,
): Promise<Touched | Unmatched> {
  const { source, channel, id: deliveryId, receivedAt } = taken.delivery;
  const id = `${source}/${channel}/${deliveryId}${index === 0 ? '' : `/${index}`}`;
  const from = `${source}/${channel}`;
  if (saying.about === 'parcel') {
    const { number, facts } = saying;
    await recorder.parcels.putObservation(number, { id, from, receivedAt, facts });
    return { record: { parcel: number } };
  }
  const resolved = await resolveOrHold(recorder, taken, saying.ref);
  if (resolved.kind !== 'known') {
    return resolved;
  }
  const { caseKey } = resolved;
  await recorder.cases.putObservation(caseKey, { id, from, receivedAt, facts: saying.facts });
  if (saying.person) {
    await recorder.cases.putPersonalData(caseKey, saying.person, saidAtOf(saying) ?? receivedAt);
  }
  return { record: { caseKey } };
}

/** The sender's own time, so that a second try of an old delivery does not bring back an old name. */
function saidAtOf({ facts }: Saying): Instant | undefined {
  return facts
    .map(({ at }) => at)
    .sort()
    .at(-1);
}
