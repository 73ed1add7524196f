import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseSnapshot } from '#shared/returns/case.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { killWorkers } from './kill-workers.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago } from './times.ts';

const cases = 60;
const senders = 16;
const rounds = 4;
const restMs = 1_500;
const wantedDeliveries = 500;
const item = { sku: 'CAP-BLUE', quantity: 2 };

interface Sending {
  readonly channel: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly at: Date;
  readonly id: string;
}

export const killedInABurst: Scenario = {
  letter: 'i',
  title: 'The function that writes records is killed in the middle of a burst of 500 deliveries',
  // Until its burst is through, it would slow others down, and it kills what may hold their messages.
  turn: 'first',
  async run(scene) {
    const owns = Array.from({ length: cases }, (_, index) => ownCase(scene, String(index + 1)));
    const once = shuffle(owns.flatMap((own, index) => sendingsOf(scene, own, index)));
    const burst = [...once, ...once.slice(0, wantedDeliveries - once.length)];
    scene.show(owns[0]?.key ?? '', `one of ${cases} cases, told in any order while the writer was killed`);

    const sending = sendAll(scene, burst);
    const killed = await killAgainAndAgain(scene, sending);
    const answered = await sending;
    scene.check(`all ${burst.length} deliveries are accepted`, answered === burst.length, `${answered}`);
    scene.check(
      'workers were killed while they worked',
      killed > 0,
      'no worker process of this emulator is visible from here, as when it runs in a container',
    );
    scene.letOthersStart();

    await scene.eventually(
      `all ${cases} cases are as if nothing had happened`,
      async () => await countWrong(scene, owns),
    );
    await scene.eventually(
      'each tells its opening, its receipt and its stock-in, once, and its pre-advice at most once',
      async () => countUntold(scene, owns),
    );
    await checkObservations(scene, owns);
    scene.note(
      `${burst.length} deliveries of ${cases} cases in random order, ${burst.length - once.length} of them twice; ${killed} worker processes killed meanwhile; all applied once`,
    );
  },
};

function sendingsOf(scene: Scene, { caseId }: OwnCase, index: number): Sending[] {
  const trackingNumber = `SF${scene.tag}${String(index).padStart(4, '0')}`;
  const goods = { warehouseId: 'east', trackingNumber };
  const price = { amount: 4_900, currency: 'CNY' };
  const total = { amount: 9_800, currency: 'CNY' };
  const iso = (minutes: number) => ago({ minutes }).toISOString();
  const scan = (stage: string, minutes: number) => ({ carrier: 'SF Express', trackingNumber, stage, at: iso(minutes) });
  const rows: readonly (readonly [string, string, number, Record<string, unknown>])[] = [
    [
      'own-store',
      'return.requested',
      400,
      {
        caseId,
        orderId: `SO-${caseId}`,
        kind: 'return',
        reason: { code: 'size' },
        lines: [{ lineId: '1', ...item, unitPrice: price }],
        refund: total,
        paid: total,
        orderState: 'delivered',
      },
    ],
    ['own-store', 'return.decided', 390, { caseId, decision: 'approved', by: 'merchant', warehouseId: 'east' }],
    ['own-store', 'return.shipped', 380, { caseId, carrier: 'SF Express', trackingNumber }],
    ['carrier-feed', 'parcel.moved', 300, scan('in-transit', 300)],
    ['carrier-feed', 'parcel.moved', 200, scan('delivered', 200)],
    [
      'wms-east',
      'parcel.received',
      150,
      { ...goods, receiptId: `REC-${trackingNumber}`, receivedAt: iso(150), lines: [item] },
    ],
    [
      'wms-east',
      'return.inspected',
      100,
      { ...goods, inspectionId: `QC-${trackingNumber}`, inspectedAt: iso(100), lines: [{ ...item, result: 'passed' }] },
    ],
    [
      'wms-east',
      'return.stocked-in',
      50,
      { ...goods, stockInId: `IN-${trackingNumber}`, at: iso(50), lines: [{ ...item, condition: 'sellable' }] },
    ],
  ];
  return rows.map(([channel, type, minutes, data], step) => ({
    channel,
    type,
    data,
    at: ago({ minutes }),
    id: `msg_${scene.tag}_${index}_${step}`,
  }));
}

function shuffle<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

async function sendAll(scene: Scene, burst: readonly Sending[]): Promise<number> {
  const left = [...burst];
  let answered = 0;
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { channel, type, data, at, id } = next;
      const { status } = await scene.world.sender.send(channel, type, data, { at, id });
      answered += status < 300 ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: senders }, work));
  return answered;
}

/** While the burst lasts, or until at least one was killed. */
async function killAgainAndAgain({ world }: Scene, sending: Promise<unknown>): Promise<number> {
  const giveUpAt = Date.now() + 60_000;
  let isOver = false;
  void sending.finally(() => {
    isOver = true;
  });
  let killed = 0;
  for (let round = 0; round < rounds && Date.now() < giveUpAt && !(isOver && killed > 0); ) {
    await sleep(restMs);
    const now = await killWorkers('RecordObservations', world.outputs.endpoint);
    killed += now;
    round += now > 0 ? 1 : 0;
  }
  return killed;
}

function isRight({ headline, goods, parcels, details }: CaseSnapshot): boolean {
  const [only, ...more] = goods;
  const isWhole = only?.received === 2 && only.inspected.passed === 2 && only.stockedIn.sellable === 2;
  return (
    headline === 'stocked-in' && isWhole && more.length === 0 && parcels.length === 1 && details.lines?.length === 1
  );
}

async function countWrong(scene: Scene, owns: readonly OwnCase[]): Promise<true | string> {
  const records = await Promise.all(owns.map(async ({ key }) => await scene.world.store.cases.readSnapshot(key)));
  const right = records.filter((record) => record && isRight(record.snapshot)).length;
  return right === owns.length || `${right} of ${owns.length} are`;
}

function countUntold(scene: Scene, owns: readonly OwnCase[]): true | string {
  const types = ['Case Opened', 'Goods Received', 'Goods Stocked In'] as const;
  const { events, wms } = scene.world;
  const right = owns.filter(
    ({ key, caseId }) =>
      types.every((type) => events.of(key, type).length === 1) && wms.east.toldOf(caseId).length <= 1,
  );
  return right.length === owns.length || `${right.length} of ${owns.length} do`;
}

/** What came twice is one observation; what the killed worker held is there. */
async function checkObservations(scene: Scene, owns: readonly OwnCase[]): Promise<void> {
  const own = await Promise.all(
    owns.map(
      async ({ key }) =>
        (await scene.world.store.cases.readObservations(key)).filter(
          ({ id }) => id.includes(scene.tag) && id.includes('own-store'),
        ).length,
    ),
  );
  const ofParcels = await Promise.all(
    owns.map(
      async (_, index) =>
        (await scene.world.store.parcels.readObservations(`SF${scene.tag}${String(index).padStart(4, '0')}`)).filter(
          // What the carrier feed answered is no delivery.
          ({ id }) => !id.startsWith('call/'),
        ).length,
    ),
  );
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
  scene.check(
    'every delivery is one observation',
    sum(own) === cases * 3 && sum(ofParcels) === cases * 5,
    `${sum(own)} of cases, ${sum(ofParcels)} of parcels`,
  );
}
