import { type CaseLife, carrierOf, type Life, type LivedAmong } from './case-life.ts';

const addressIds = { hangzhou: '880001', north: '880003' } as const;
/** Stands for the days on the road: counted from when the shop knows the number, whoever else does. */
const onTheRoadMs = { least: 60_000, spread: 30_000 };
/** A carrier is corrected while the parcel is far from the dock, or not at all. */
const correctedBeforeMs = 20_000;
const pollMs = 500;
const threeDaysMs = 3 * 86_400_000;
const rightCarrier = 'zhongtong';

type Course = (each: CaseLife, among: LivedAmong) => Promise<void>;

/** Lets a case be lived to its end, at the pace of its random numbers. @throws where somebody does not take what he is told. */
export async function liveCase(each: CaseLife, among: LivedAmong): Promise<void> {
  await rest(among);
  await courses[each.life](each, among);
}

const courses: Readonly<Record<Life, Course>> = {
  plain: sentBack,
  split: sentBack,
  shared: sentBack,
  replaced: async (each, among) => {
    const { shop, sleep, random } = among;
    await agreeAndShip(each, among);
    await sleep(random(6000));
    shop.changeTracking(each.id, { trackingNumber: each.secondNumber, ...carrierOf(each.life) });
    await arriveAndRefund(each, among, each.secondNumber);
  },
  withdrawn: async (each, among) => {
    const { shop, sleep, random } = among;
    await agreeAndShip(each, among);
    pickUp(each, among, carrierOf(each.life).companyCode);
    await sleep(random(6000));
    shop.withdraw(each.id);
  },
  refused: async ({ id }, { shop }) => shop.refuse(id),
  'refund-only': async ({ id }, among) => {
    among.shop.agree(id);
    await rest(among);
    among.shop.refund(id);
  },
  reopened: async (each, among) => {
    among.shop.refuse(each.id);
    await rest(among);
    among.shop.modify(each.id, { reason: '质量问题' });
    await rest(among);
    await sentBack(each, among);
  },
  disputed: async (each, among) => {
    await agreeAndShip(each, among);
    await arrive(each, among);
    await quarrel(each, among);
  },
  'deadline-moved': async (each, among) => {
    const { shop, feed, now } = among;
    await agreeAndShip(each, among);
    pickUp(each, among, carrierOf(each.life).companyCode);
    await rest(among);
    shop.moveDeadline(each.id, now() + threeDaysMs);
    await rest(among);
    feed.carry(each.trackingNumber, carrierOf(each.life).companyCode, [{ state: '5', at: now() - 500 }]);
  },
  'carrier-corrected': async (each, among) => {
    await agreeAndShip(each, among);
    pickUp(each, among, rightCarrier);
    await Promise.all([arriveAndRefund(each, among, each.trackingNumber, rightCarrier), correctCarrier(each, among)]);
  },
  'refunded-early': async (each, among) => {
    await agreeAndShip(each, among);
    await rest(among);
    among.shop.refund(each.id);
    await arrive(each, among);
  },
};

async function sentBack(each: CaseLife, among: LivedAmong): Promise<void> {
  await agreeAndShip(each, among);
  await arriveAndRefund(each, among);
}

async function agreeAndShip({ life, id, trackingNumber, warehouseId }: CaseLife, among: LivedAmong): Promise<void> {
  among.shop.agree(id, addressIds[warehouseId]);
  await rest(among);
  among.shop.ship(id, { trackingNumber, ...carrierOf(life) });
  await rest(among);
}

async function arriveAndRefund(
  each: CaseLife,
  among: LivedAmong,
  number?: string,
  companyCode?: string,
): Promise<void> {
  await arrive(each, among, number, companyCode);
  await rest(among);
  among.shop.refund(each.id);
}

async function arrive(
  each: CaseLife,
  among: LivedAmong,
  trackingNumber = each.trackingNumber,
  companyCode = carrierOf(each.life).companyCode,
): Promise<void> {
  const { dock, random, sleep, now } = among;
  pickUp({ trackingNumber }, among, companyCode);
  const at = shippedAt(trackingNumber, among) + onTheRoadMs.least + random(onTheRoadMs.spread);
  await sleep(Math.max(0, at - now()));
  const cases = each.life === 'shared' ? 2 : 1;
  await dock.take({
    trackingNumber,
    companyCode,
    warehouseId: each.warehouseId,
    isSplit: each.life === 'split',
    cases,
  });
}

/** The carrier's first scans; what two cases share is picked up once. */
function pickUp({ trackingNumber }: Pick<CaseLife, 'trackingNumber'>, { feed, now }: LivedAmong, company: string) {
  if (feed.scansOf(trackingNumber).length === 0) {
    const scans = (['1', '0'] as const).map((state, index) => ({ state, at: now() - 2000 + index * 1000 }));
    feed.carry(trackingNumber, company, scans);
  }
}

async function correctCarrier({ trackingNumber }: CaseLife, among: LivedAmong): Promise<void> {
  const { feed, sleep, now } = among;
  const until = shippedAt(trackingNumber, among) + onTheRoadMs.least - correctedBeforeMs;
  while (now() < until) {
    if (feed.subscriptionOf(trackingNumber)) {
      feed.correctCarrier(trackingNumber, rightCarrier);
      return;
    }
    await sleep(pollMs);
  }
}

async function quarrel({ id }: CaseLife, among: LivedAmong): Promise<void> {
  const { shop, random } = among;
  await rest(among);
  shop.dispute(id);
  await rest(among);
  const outcome = (['buyer', 'merchant', 'none'] as const)[random(3)];
  if (outcome === 'buyer' || outcome === 'merchant') {
    shop.settleDispute(id, outcome);
    await rest(among);
  }
  if (outcome === 'buyer') {
    shop.refund(id);
  }
}

function shippedAt(trackingNumber: string, { shop, now }: LivedAmong): number {
  return shop.numberKnownAt(trackingNumber) ?? now();
}

async function rest({ sleep, random }: LivedAmong): Promise<void> {
  await sleep(200 + random(1800));
}
