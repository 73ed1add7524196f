import type { CaseTable, DeliveryRef, ParcelTable } from '#shared/recording/ports.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { compare } from '#shared/returns/record/statement.ts';
import { answeringOfCase } from '../answering.ts';
import { listCaseDeliveries as contract } from '../contract/list-case-deliveries.ts';
import type { ReplyOf } from '../contract.ts';
import { deliveryOf } from '../delivery-refs.ts';
import type { DeliveryLookup } from '../ports.ts';

interface Needs {
  readonly cases: Pick<CaseTable, 'readObservations'>;
  readonly parcels: Pick<ParcelTable, 'readObservations'>;
  readonly deliveryLookup: DeliveryLookup;
}

type Said = ReplyOf<typeof contract>['deliveries'][number];

/** Each is a read of its own. */
const most = 200;

export const listCaseDeliveries = answeringOfCase(contract, async (needs: Needs, { record }) => {
  const { key, parcels } = record.snapshot;
  const own = parcels.filter(({ state }) => state?.allotment !== 'not-attributed');
  const read = await Promise.all([
    saidOf({ caseKey: key }, needs.cases.readObservations(key)),
    ...own.map(({ number }) => saidOf({ parcel: number }, needs.parcels.readObservations(number))),
  ]);
  const said = read.flat().toSorted((a, b) => compare(a.receivedAt, b.receivedAt));
  const shown = said.slice(-most).map(async (each) => withOutcome(each, await needs.deliveryLookup.find(refOf(each))));
  return { reply: { deliveries: await Promise.all(shown) } };
});

async function saidOf(
  about: Said['about'],
  reading: Promise<readonly Pick<Observation<unknown>, 'id' | 'from' | 'receivedAt'>[]>,
): Promise<Said[]> {
  const said = (await reading).flatMap((observation) => {
    const ref = deliveryOf(observation);
    return ref ? [{ ...ref, receivedAt: observation.receivedAt, about }] : [];
  });
  return [...new Map(said.map((each) => [JSON.stringify(refOf(each)), each])).values()];
}

function refOf({ source, channel, id }: Said): DeliveryRef {
  return { source, channel, id };
}

function withOutcome(said: Said, delivery: Said['delivery'] | undefined): Said {
  return delivery ? { ...said, delivery } : said;
}
