import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { askForReturn, atEast } from './own-store.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

const cases = 50;
const deliveriesPerCase = 10;
const senders = 8;
const kills = 3;

/** The one writer of records dies in the middle of a burst, several times. */
export const killedWriter: Scenario = {
  letter: 'i',
  title: `record-observations is killed in the middle of a burst of ${cases * deliveriesPerCase} deliveries`,
  async run(world, checks) {
    const names = Array.from({ length: cases }, (_, index) => `I${index}`);
    const before = world.sender.counts.accepted;
    const queue = [...names];
    const sending = Array.from({ length: senders }, async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        await oneReturn(world, name);
      }
    });
    const killed = await killWriters(world, () => queue.length === 0);
    await Promise.all(sending);
    checks.that(`the function was killed (${killed} times)`, killed > 0);
    checks.that('every delivery was accepted', world.sender.counts.accepted - before >= cases * deliveriesPerCase);
    const keys = names.map((name) => `standard:main:${world.caseId(name)}`);
    const isDone = async (key: string) => (await world.caseOf(key))?.goods[0]?.stockedIn.sellable === 1;
    await checks.eventually('all are recorded', async () => (await Promise.all(keys.map(isDone))).every(Boolean), 420_000);
    const once = ['Case Opened', 'Goods Received', 'Goods Inspected', 'Goods Stocked In', 'Return Tracking Assigned'];
    const isToldOnce = (key: string) => once.every((type) => world.bus.toldOf(key, type).length === 1);
    await checks.eventually('and each thing that happened was told once', () => keys.every(isToldOnce));
    return keys.slice(0, 1);
  },
};

async function oneReturn(world: World, name: string): Promise<void> {
  const tracking = world.number(name);
  const own = await askForReturn(world, { name });
  await own.decide();
  await own.ship(tracking);
  for (const [index, stage] of ['picked-up', 'in-transit', 'out-for-delivery', 'delivered'].entries()) {
    const at = new Date(Date.now() - (10 - index) * 60_000).toISOString();
    await world.sender.send('carrier-feed', 'parcel.moved', { carrier: 'sf', trackingNumber: tracking, stage, at });
  }
  const warehouse = atEast(world, tracking);
  await warehouse.receive();
  await warehouse.inspect();
  await warehouse.stockIn();
}

/** Kills the emulator's processes of the function, as often as there is time for. */
async function killWriters(world: World, isOver: () => boolean): Promise<number> {
  const name = await functionNamed(world, 'RecordObservations');
  let killed = 0;
  while (killed < kills && !isOver()) {
    await sleep(2_500);
    for (const pid of await processesOf(name)) {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    }
  }
  return killed;
}

async function functionNamed({ outputs }: World, part: string): Promise<string> {
  const response = await fetch(`${outputs.endpoint}/2015-03-31/functions/`);
  const { Functions } = (await response.json()) as { Functions: { FunctionName: string }[] };
  return Functions.find((each) => each.FunctionName.includes(part))?.FunctionName ?? part;
}

/** The emulator runs each function in processes of its own, from a folder that is named for it. */
async function processesOf(functionName: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((each) => /^\d+$/.test(each));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return command.includes('_worker.js') && command.includes(functionName) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}
