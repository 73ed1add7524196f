import type { Instant } from '#shared/returns/record/instant.ts';
import type { Statement } from '#shared/sources/source.ts';
import type { Touched } from './placed.ts';
import type { Recorder } from './recorder.ts';
import { resolveOrHold, type Unmatched } from './resolve-case.ts';
import type { TakenDelivery } from './taken.ts';

/** Puts one statement's facts down with the record that it speaks of. @returns that record, or under which name no case was found. */
export async function placeStatement(
  recorder: Recorder,
  taken: TakenDelivery,
  statement: Statement,
  index: number,
): Promise<Touched | Unmatched> {
  const { source, channel, id: deliveryId, receivedAt } = taken.delivery;
  const id = `${source}/${channel}/${deliveryId}${index === 0 ? '' : `/${index}`}`;
  const from = `${source}/${channel}`;
  if (statement.about === 'parcel') {
    const { number, facts } = statement;
    await recorder.parcels.putObservation(number, { id, from, receivedAt, facts });
    return { record: { parcel: number } };
  }
  const resolved = await resolveOrHold(recorder, taken, statement.ref);
  if (resolved.kind !== 'known') {
    return resolved;
  }
  const { caseKey } = resolved;
  await recorder.cases.putObservation(caseKey, { id, from, receivedAt, facts: statement.facts });
  if (statement.person) {
    await recorder.cases.putPersonalData(caseKey, statement.person, saidAtOf(statement) ?? receivedAt);
  }
  return { record: { caseKey } };
}

/** The sender's own time, so that a second try of an old delivery does not bring back an old name. */
function saidAtOf({ facts }: Statement): Instant | undefined {
  return facts
    .map(({ at }) => at)
    .sort()
    .at(-1);
}
