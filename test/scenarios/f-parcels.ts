import { askForReturn, atEast, type OwnStoreCase } from './own-store.ts';
import type { Checks, Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** Parcels and cases that do not go one by one. */
export const manyParcels: Scenario = {
  letter: 'f',
  title: 'Two cases in one parcel, one case in three, a number replaced and put back, a withdrawn case',
  async run(world, checks) {
    const keys = await Promise.all([
      twoCases(world, checks, { name: 'F1', received: 2 }),
      twoCases(world, checks, { name: 'F2', received: 1 }),
      threeParcels(world, checks),
      replacedNumber(world, checks),
      withdrawnCase(world, checks),
    ]);
    return keys;
  },
};

async function approved(world: World, name: string, quantity = 1): Promise<OwnStoreCase> {
  const own = await askForReturn(world, { name, quantity });
  await own.decide();
  return own;
}

async function twoCases(world: World, checks: Checks, { name, received }: { readonly name: string; readonly received: number }): Promise<string> {
  const tracking = world.number(name);
  const [first, second] = [await approved(world, `${name}a`), await approved(world, `${name}b`)];
  await first.ship(tracking);
  await second.ship(tracking);
  const counts = async () => Promise.all([first, second].map(async ({ key }) => (await world.caseOf(key))?.goods[0]?.received));
  const isLinked = async () => (await world.parcelOf(tracking))?.cases.length === 2;
  await checks.eventually(`${name}: both cases name the parcel`, isLinked);
  await atEast(world, tracking, received).receive();
  if (received === 2) {
    await checks.eventually(`${name}: two units for two cases: each has its own`, async () => (await counts()).every((count) => count === 1));
    return first.key;
  }
  await checks.eventually(`${name}: one unit for two cases: a person must say whose it is`, async () => (await world.caseOf(second.key))?.attention.includes('goods-awaiting-allotment') ?? false);
  checks.that(`${name}: and neither counts it`, (await counts()).every((count) => count === 0));
  return first.key;
}

async function threeParcels(world: World, checks: Checks): Promise<string> {
  const own = await approved(world, 'F3', 3);
  const numbers = ['F3x', 'F3y', 'F3z'].map(world.number);
  for (const number of numbers) {
    await own.ship(number);
  }
  const advices = () => numbers.map((number) => world.east.expects(own.caseId, number)?.data.lines.length);
  await checks.eventually('F3: three parcels are announced, the goods with the first only', () => advices().filter((lines) => lines === 1).length === 1 && advices().filter((lines) => lines === 0).length === 2);
  for (const number of numbers) {
    await atEast(world, number).receive();
  }
  await checks.eventually('F3: three units in three parcels', async () => (await world.caseOf(own.key))?.goods[0]?.received === 3);
  return own.key;
}

async function replacedNumber(world: World, checks: Checks): Promise<string> {
  const own = await approved(world, 'F4');
  const [first, second] = [world.number('F4x'), world.number('F4y')];
  const expected = () => [first, second].map((number) => world.east.expects(own.caseId, number) !== undefined).join();
  await own.ship(first);
  await checks.eventually('F4: the first number is announced', () => expected() === 'true,false');
  await own.ship(second, { replaces: first });
  await checks.eventually('F4: the second stands for it', () => expected() === 'false,true');
  await own.ship(first, { replaces: second });
  await checks.eventually('F4: the first is put back', () => expected() === 'true,false');
  const told = world.east.toldOf(own.caseId).map((event) => event.type);
  checks.that('F4: told three times', told.join() === 'Return Tracking Assigned,Return Tracking Replaced,Return Tracking Replaced');
  return own.key;
}

async function withdrawnCase(world: World, checks: Checks): Promise<string> {
  const own = await approved(world, 'F5');
  const tracking = world.number('F5');
  await own.ship(tracking);
  await checks.eventually('F5: announced', () => world.east.expects(own.caseId, tracking) !== undefined);
  await own.tell('return.withdrawn');
  await checks.eventually('F5: withdrawn after its announcement, the warehouse forgets it', () => world.east.toldOf(own.caseId).at(-1)?.type === 'Return Tracking Withdrawn');
  return own.key;
}
