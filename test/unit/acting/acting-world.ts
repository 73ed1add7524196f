import type { AskedAct } from '#shared/acting/act-body.ts';
import { actBodies } from '#shared/acting/act-body.ts';
import type { Acting, Caller } from '#shared/acting/acting.ts';
import { type ActAnswer, takeAct } from '#shared/acting/take-act.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

export const caseKey = 'test:a:C1';
export const parcel = 'PA01';

/** A team of shop a, one of shop b, and one for all. */
export const teamMerchant: Merchant = {
  ...testMerchant,
  teams: [
    { id: 'day', oidcGroup: 'day-team', shops: ['test:a'], grades: [], targets: {} },
    { id: 'outlet', oidcGroup: 'outlet-team', shops: ['test:b'], grades: [], targets: {} },
    { id: 'night', oidcGroup: 'night-team', shops: [], grades: [], targets: {} },
  ],
};

export const ann: Caller = { person: 'ann', groups: ['day-team'] };
export const bo: Caller = { person: 'bo', groups: ['night-team'] };

export interface ActingWorld {
  readonly simulation: Simulation;
  readonly acting: Acting;
  /** Sets our clock. */
  readonly at: (minutes: number) => void;
  readonly take: (caller: Caller, body: unknown, key?: string, record?: RecordName) => Promise<ActAnswer>;
}

/** One case whose two shoes came in one parcel, and a clock that is set. */
export async function actingWorld(): Promise<ActingWorld> {
  const simulation = createSimulation({ merchant: teamMerchant });
  const { shop, ofParcel } = createSenders();
  const deliveries = [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn(parcel)),
    ofParcel(5, parcel, twoReceived),
  ];
  simulation.post(...deliveries.map((delivery): InboxMessage => ({ kind: 'delivery', delivery })));
  await simulation.settle();
  let now: Instant = minute(100);
  let count = 0;
  const { table, recorder } = simulation;
  const acting: Acting = {
    ...recorder,
    cases: { ...recorder.cases, readPersonalData: table.cases.readPersonalData },
    parcels: { ...recorder.parcels, readPersonalData: table.parcels.readPersonalData },
    now: () => now,
  };
  return {
    simulation,
    acting,
    at: (minutes) => {
      now = minute(minutes);
    },
    take: async (caller, body, key, record = { caseKey }) => {
      count += 1;
      const asked = actBodies['parcel' in record ? 'parcel' : 'case'].parse(body) as AskedAct;
      return await takeAct(acting, { caller, record, asked, key: key ?? `k-${count}` });
    },
  };
}
