import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { sendAll, sendingsOf, trackingNumberOf } from '../simulation/burst.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { killWorkers } from './kill-workers.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

const cases = 60;
const senders = 16;
const rounds = 4;
const restMs = 1_500;
const wantedDeliveries = 500;

export const killedInABurst: Scenario = {
  letter: 'i',
  title: 'The function that writes records is killed in the middle of a burst of 500 deliveries',
  // Until its burst is through, it would slow others down, and it kills what may hold their messages.
  turn: 'first',
  async run(scene) {
    const owns = Array.from({ length: cases }, (_, index) => ownCase(scene, String(index + 1)));
    const once = shuffle(owns.flatMap(({ caseId }, index) => sendingsOf({ tag: scene.tag, caseId, index })));
    const burst = [...once, ...once.slice(0, wantedDeliveries - once.length)];
    scene.show(owns[0]?.key ?? '', `one of ${cases} cases, told in any order while the writer was killed`);

    const sending = sendAll(scene.world.sender, burst, senders);
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

function shuffle<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
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
        (await scene.world.store.parcels.readObservations(trackingNumberOf({ tag: scene.tag, index }))).filter(
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
