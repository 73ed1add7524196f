import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { type Replayed, replayDelivery } from '../../tools/operate/replay-delivery.ts';
import { doudianGoods } from '../simulators/doudian-goods.ts';
import { type Former, keptOf, type Left, leaveAsBefore, observeChanged, replayWorkOf } from './former-release.ts';
import { isExpectedAt, type OpenedCase, reportRef, shipped } from './lane-case.ts';
import { isListedAs, isListedNoMore } from './listed-deliveries.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

const line = { itemCode: 'SKU-RED-M', planQty: 2, actualQty: 1 };

export const readAnew: Scenario = {
  letter: 'u',
  title:
    'Two reports of a warehouse that a former release understood not at all, or in part: read anew, they count, once',
  async run(scene) {
    const trackingNumber = `YT${scene.tag}0001`;
    const opened = await shipped(scene, trackingNumber, 2);
    scene.show(opened.key, 'its receipt and its check were not understood, and then read anew');
    const [{ orderCode } = { orderCode: '' }] = await isExpectedAt(scene, 'hangzhou', trackingNumber);
    await scannedWithPrefix(scene, opened, trackingNumber);
    await ofUnknownStockType(scene, opened, { orderCode, trackingNumber });
  },
};

/** Release 91b539e took what a scanner puts before a number for a part of it: its very words. */
const formerly: Former = { kind: 'not-understood', reason: 'packages: none has a tracking number' };

async function scannedWithPrefix(scene: Scene, { key }: OpenedCase, trackingNumber: string): Promise<void> {
  const { world } = scene;
  const code = `DOCK-${scene.tag}`;
  const ref = reportRef('returnpackage.report', `THPL-${code}`, code);
  const left = { ref, records: [{ parcel: trackingNumber }] };
  const isReceived = ({ quality }: CaseSnapshot) => quality === 'waiting';
  await world.lane.hangzhou.packageReport([{ expressCode: `]C1${trackingNumber}` }], code);
  await scene.caseBecomes(key, 'has reached the dock', isReceived);
  await leaveAsBefore(world, left, formerly);
  await scene.caseBecomes(key, 'had not, as a former release saw it', (snapshot) => !isReceived(snapshot));

  await isReadAnew(scene, left, {
    from: 'not-understood',
    changes: [`parcel ${trackingNumber}: + received`],
    holds: async () => await scene.caseBecomes(key, 'has reached the dock once that is read anew', isReceived),
  });
}

async function ofUnknownStockType(
  scene: Scene,
  { key }: OpenedCase,
  { orderCode, trackingNumber }: { readonly orderCode: string; readonly trackingNumber: string },
): Promise<void> {
  const { world } = scene;
  const code = `IN-${scene.tag}`;
  const ref = reportRef('returnorder.confirm', orderCode, code);
  const left = { ref, records: [{ parcel: trackingNumber }, { caseKey: key }] };
  const lines = (['ZP', 'XS'] as const).map((inventoryType) => ({ ...line, inventoryType }));
  const isWhole = (snapshot: CaseSnapshot) => stockOf(snapshot) === '2: 1 + 1' && isUnderstood(snapshot);
  await world.lane.hangzhou.confirm(orderCode, lines, { expressCode: trackingNumber, outBizCode: code });
  await scene.caseBecomes(key, 'has one sellable unit and one in a damaged carton', isWhole);
  // As this release reads a stock type that it does not know, a former one read this.
  const inPart = await observeChanged(world, ref, (text) => text.replace('>XS<', '>ZT<'));
  await leaveAsBefore(world, left, inPart as Former);
  await scene.caseBecomes(
    key,
    'had the sellable one only, and a line that was not understood',
    (snapshot) => stockOf(snapshot) === '1: 1 + 0' && !isUnderstood(snapshot),
  );

  await isReadAnew(scene, left, {
    from: 'in-part',
    changes: [`parcel ${trackingNumber}: ~ received`, `case ${key}: ~ received, ~ inspected, ~ stocked-in`],
    holds: async () => await scene.caseBecomes(key, 'has both once that is read anew, and no word of it', isWhole),
  });
}

/** Received, and of these sellable and defective. */
function stockOf({ goods }: CaseSnapshot): string {
  const dress = goods.find(({ sku }) => sku === doudianGoods.dress.sku);
  return `${dress?.received}: ${dress?.stockedIn.sellable} + ${dress?.stockedIn.defective}`;
}

function isUnderstood({ attention }: CaseSnapshot): boolean {
  return !attention.includes('message-in-part');
}

interface Anew {
  readonly from: 'not-understood' | 'in-part';
  readonly changes: readonly string[];
  /** Waits until the record says what it should. */
  readonly holds: () => Promise<void>;
}

/** First only what would change, then for good, then once more. */
async function isReadAnew(scene: Scene, left: Left, { from, changes, holds }: Anew): Promise<void> {
  const { world } = scene;
  const { ref } = left;
  const kept = async () => digestOf(await keptOf(world, left));
  const replay = async (isDry: boolean) => await replayDelivery(ref, replayWorkOf(world, { isDry }));
  const expect = (what: string, replayed: Replayed, wanted: string) =>
    scene.check(what, textOf(replayed) === wanted, textOf(replayed));
  const outcome = `${from} → applied: ${changes.join('; ')}`;
  await isListedAs(scene, ref, from);

  const before = await kept();
  expect('--dry-run says what would change', await replay(true), outcome);
  scene.check('and changes nothing', (await kept()) === before);
  await isListedAs(scene, ref, from);

  expect('read anew, it says so', await replay(false), outcome);
  await holds();
  await isListedNoMore(scene, ref);
  const after = await kept();
  scene.check('and what was kept is other than before', after !== before);

  expect('read anew once more, it says the same', await replay(false), 'applied → applied: ');
  scene.check('and nothing changes', (await kept()) === after);
  await holds();
}

function textOf({ before, after, changes, isPending }: Replayed): string {
  return `${before} → ${isPending ? 'pending' : after?.outcome}: ${changes.join('; ')}`;
}
