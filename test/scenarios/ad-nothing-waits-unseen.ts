import { isQuiet } from '#shared/merchant/quiet-hours.ts';
import { localTimeOf } from '#shared/notifying/local-time.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { changesUnheard, openDoudianCase } from './lane-case.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago } from './times.ts';

const caps = [{ sku: 'CAP-BLUE', quantity: 1 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const eastern = [{ sku: 'E-100041', quantity: 1 }];
/** No other scenario has cases there. */
const silentShop = '4400456';
/** Hears all, signed by Standard Webhooks. */
const rota = 'duty-rota';
/** Of the demo's merchant. */
const timeZone = 'Asia/Shanghai';

/*
 * What nobody looked at went unseen until somebody happened to open the case. Now whoever is on duty hears of it, once: of a platform's time that ran out by day and by
 * night, of the rest from eight in the morning to eleven at night.
 */
export const nothingWaitsUnseen: Scenario = {
  letter: 'ad',
  title:
    'A late quality check, an overdue platform decision, swapped goods and a silent hook: the duty rota hears of each, once',
  turn: 'early',
  async run(scene) {
    const { ownStore, wms } = scene.world;
    const [late, overdue, swapped] = ['1', '2', '3'].map((name) => ownCase(scene, name));
    if (!late || !overdue || !swapped) {
      return;
    }
    scene.show(swapped.key, 'another shoe came back, and nobody has asked the buyer yet');
    await changeUntold(scene);

    await ownStore.openShipped(late, `SF${scene.tag}01`, { items: caps, at: ago({ hours: 60 }) });
    await wms.east.receive({ trackingNumber: `SF${scene.tag}01`, items: caps, at: ago({ hours: 9 }) });
    const at = ago({ minutes: 5 }).toISOString();
    const more = { deadline: { kind: 'decision', at } };
    await ownStore.request(overdue, { items: caps, at: ago({ hours: 50 }), more });
    await ownStore.openShipped(swapped, `SF${scene.tag}03`, { items: shoes, at: ago({ hours: 30 }) });
    const report = { trackingNumber: `SF${scene.tag}03`, items: eastern };
    await wms.east.receive({ ...report, at: ago({ minutes: 20 }) });
    await wms.east.inspect({ ...report, at: ago({ minutes: 10 }), result: 'failed', finding: 'swapped' });

    await isToldOnce(scene, overdue.caseId, [late.caseId, swapped.caseId, silentShop]);
  },
};

/** Three cases of a shop change, and no webhook tells of it. */
async function changeUntold(scene: Scene): Promise<void> {
  const { doudian } = scene.world.lane;
  const opened = [1, 2, 3].map(() => openDoudianCase(doudian, { shop: silentShop }));
  for (const { key } of opened) {
    await scene.caseBecomes(key, 'is read at Doudian', ({ details }) => details.lines?.[0] !== undefined);
  }
  await changesUnheard(scene, silentShop, opened);
  for (const { id } of opened) {
    doudian.agree(id);
  }
}

async function isToldOnce(scene: Scene, always: string, byDay: readonly string[]): Promise<void> {
  const { robots } = scene.world;
  const rings = () => robots.shown(rota).filter(({ title }) => !/^(今日待办|交接)/.test(title));
  const times = (what: string) => rings().filter(({ title, text }) => `${title} ${text}`.includes(what)).length;
  const night = () => isQuiet(localTimeOf(instantOf(Date.now()), timeZone).time);
  const all = () => [always, ...(night() ? [] : byDay)];
  await scene.eventually(
    'the duty rota hears of all that rings now',
    async () =>
      all().every((each) => times(each) === 1) ||
      all()
        .map((each) => `${each} ${times(each)}`)
        .join(', '),
  );
  const toldAt = Date.now();
  await scene.eventually('two more runs pass', async () => Date.now() > toldAt + 130_000 || 'it is not yet that late');
  const twice = [always, ...byDay].filter((each) => times(each) > 1);
  scene.check('nobody is told twice', twice.length === 0, twice.join(', '));
  scene.check('what was sent was signed as the platforms check it', robots.counts.notGenuine === 0);
}
