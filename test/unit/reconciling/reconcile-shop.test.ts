import { beforeEach, describe, expect, it } from 'vitest';
import { addMillis } from '#shared/returns/record/instant.ts';
import type { ListAnswer } from '#shared/sources/store-client.ts';
import { type ListedStore, minutes, openListedStore, shop } from './listed-store.ts';

const busy: ListAnswer = { kind: 'busy', restMs: 2_000 };
const change = (caseId: string, minute: number) => ({ caseId, at: minutes(minute) });
let store: ListedStore;

/** A shop that was listed first at minute 0 and last at minute 10, so that its cursor stands at 9; now it is minute 20. */
beforeEach(async () => {
  store = openListedStore();
  await store.run();
  store.now = minutes(10);
  await store.run();
  store.asked.length = 0;
  store.now = minutes(20);
});

describe('reconcileShop: windows', () => {
  it('lists the last day when a shop is listed for the first time', async () => {
    const fresh = openListedStore();

    await fresh.run();

    expect(fresh.asked).toMatchObject([{ from: minutes(-24 * 60), to: minutes(-1) }]);
    expect(await fresh.cursor()).toEqual({ until: minutes(-1), since: minutes(0) });
  });

  it('goes on ten minutes before where it stood, and leaves the last minute to the webhooks', async () => {
    await store.run();

    expect(store.asked).toMatchObject([{ shop, from: minutes(-1), to: minutes(19) }]);
    expect(await store.cursor()).toEqual({ until: minutes(19), since: minutes(0) });
  });

  it('asks for page after page', async () => {
    store.perPage = 2;
    store.changes.push(change('1', 11), change('2', 12), change('3', 13));

    const result = await store.run();

    expect(store.asked.map(({ page }) => page)).toEqual([undefined, '2']);
    expect(result).toMatchObject({ outcome: 'listed', listed: 3, hinted: 3 });
  });

  it('waits between two pages as long as the store asks', async () => {
    store.perPage = 1;
    store.restMs = 700;
    store.changes.push(change('1', 11), change('2', 12));

    await store.run();

    expect(store.slept).toEqual([700]);
  });

  it('goes on in the next run where the store asks for a long rest', async () => {
    store.perPage = 1;
    store.restMs = 60_000;
    store.changes.push(change('1', 11), change('2', 12));

    expect(await store.run()).toMatchObject({ outcome: 'more', hinted: 1 });
    expect(await store.cursor()).toMatchObject({ until: minutes(11) });
  });

  it('lists a bounded number of pages, and the rest in later runs, leaving none out', async () => {
    store.perPage = 1;
    store.changes.push(...Array.from({ length: 90 }, (_, index) => change(String(index), 10 + index / 20)));

    const outcomes = [await store.run(), await store.run(), await store.run()].map(({ outcome }) => outcome);

    expect(outcomes).toEqual(['more', 'more', 'listed']);
    expect(new Set(store.hints.map(({ caseId }) => caseId)).size).toBe(90);
  });

  it('comes on even where more changed within the overlap than one run lists', async () => {
    store.perPage = 1;
    store.changes.push(...Array.from({ length: 100 }, (_, index) => change(String(index), index / 12)));

    expect(await store.run()).toMatchObject({ outcome: 'listed', listed: 100 });
    expect(await store.cursor()).toMatchObject({ until: minutes(19) });
  });

  it('goes as far as the store says that pages came on which nothing is listed', async () => {
    store.refuse = () => ({ kind: 'page', changes: [], reached: minutes(12), restMs: 0, next: 'more' });

    expect(await store.run()).toMatchObject({ outcome: 'more', listed: 0 });
    expect(await store.cursor()).toMatchObject({ until: minutes(12) });
  });

  it('never puts the cursor beyond the window, whatever time the store says', async () => {
    store.refuse = () => ({ kind: 'page', changes: [change('1', 500)], restMs: 60_000, next: 'more' });

    await store.run();

    expect(await store.cursor()).toMatchObject({ until: minutes(19) });
  });

  it('leaves the cursor when the store is busy, and lists all of it in the next run', async () => {
    store.changes.push(change('1', 11));
    store.refuse = () => busy;
    expect(await store.run()).toMatchObject({ outcome: 'busy', listed: 0 });
    expect(await store.cursor()).toMatchObject({ until: minutes(9) });

    store.refuse = () => undefined;
    expect(await store.run()).toMatchObject({ outcome: 'listed', hinted: 1 });
  });

  it('keeps what was listed before the store got busy', async () => {
    store.perPage = 1;
    store.changes.push(change('1', 11), change('2', 12));
    store.refuse = ({ page }) => (page ? busy : undefined);

    expect(await store.run()).toMatchObject({ outcome: 'more', hinted: 1 });
    expect(await store.cursor()).toMatchObject({ until: minutes(11) });
  });

  it('stops a listing that takes long while it can still pass on what it has, and goes on from there', async () => {
    store.perPage = 1;
    store.changes.push(change('1', 11), change('2', 12), change('3', 13), change('4', 14));
    store.refuse = () => {
      store.now = addMillis(store.now, 40_000);
      return undefined;
    };

    expect(await store.run()).toMatchObject({ outcome: 'more', listed: 2, hinted: 2 });
    expect(await store.cursor()).toMatchObject({ until: minutes(12) });
    expect(await store.run()).toMatchObject({ outcome: 'more' });
    expect(store.hints.map(({ caseId }) => caseId)).toContain('3');
  });

  it('newest first: lists again what a busy second page left out, for the newest seen does not mean that the older were', async () => {
    const [newest, older] = [change('2', 15), change('1', 12)];
    store.refuse = ({ page }) =>
      page ? busy : { kind: 'page', changes: [newest], reached: minutes(-1), restMs: 0, next: '1' };
    expect(await store.run()).toMatchObject({ outcome: 'more', hinted: 1 });
    expect(await store.cursor()).toMatchObject({ until: minutes(9) });

    store.refuse = () => undefined;
    store.changes.push(newest, older);
    expect(await store.run()).toMatchObject({ outcome: 'listed' });
    expect(store.hints.map(({ caseId }) => caseId)).toContain('1');
  });

  it('ends where a listing never does', async () => {
    store.refuse = () => ({ kind: 'page', changes: [], reached: minutes(-1), restMs: 0, next: 'more' });

    expect(await store.run()).toMatchObject({ outcome: 'more' });
    expect(store.asked).toHaveLength(400);
  });

  it('leaves the cursor when a hint could not be sent', async () => {
    store.changes.push(change('1', 11));
    store.reconciler = { ...store.reconciler, hint: () => Promise.reject(new Error('the queue is down')) };

    await expect(store.run()).rejects.toThrow('the queue is down');
    expect(await store.cursor()).toMatchObject({ until: minutes(9) });
  });

  it('throws what only a person can mend, and leaves the cursor', async () => {
    store.refuse = () => {
      throw new Error('the token is refused');
    };

    await expect(store.run()).rejects.toThrow('the token is refused');
    expect(await store.cursor()).toMatchObject({ until: minutes(9) });
  });
});

describe('reconcileShop: hints', () => {
  it('sends a hint for a case that no record knows', async () => {
    store.changes.push(change('1', 15));

    await store.run();

    const place = { source: 'shopify', channel: 'acme-goods', shop };
    expect(store.hints).toEqual([{ ...place, caseId: '1', at: minutes(15), attempt: 0, behind: 0, missed: true }]);
  });

  it('sends one hint for a case that changed twice, of the later change', async () => {
    store.changes.push(change('1', 12), change('1', 15));

    expect(await store.run()).toMatchObject({ listed: 1, hinted: 1 });
    expect(store.hints.map(({ at }) => at)).toEqual([minutes(15)]);
  });

  it.each([
    ['as of the change', 15, 0],
    ['as of later', 16, 0],
    ['as of earlier', 14, 1],
  ])('looks whether the record shows the case %s', async (_, recorded, hinted) => {
    store.changes.push(change('1', 15));
    await store.record('1', minutes(recorded));

    expect(await store.run()).toMatchObject({ listed: 1, known: 1 - hinted, hinted });
    expect(store.hints).toHaveLength(hinted);
  });
});

describe('reconcileShop: missed webhooks', () => {
  const at = minutes(15);

  it.each([
    ['told of nothing', undefined, 1],
    ['told of an earlier change', addMillis(at, -2_001), 1],
    ['told of this one, within the same moment', addMillis(at, -2_000), 0],
    ['told of a later one', addMillis(at, 1), 0],
  ])('counts a change when webhooks %s: %s → %i', async (_, told, missed) => {
    store.changes.push({ caseId: '1', at });
    if (told) {
      await store.tell('1', told);
    }

    expect(await store.run()).toMatchObject({ hinted: 1, missed });
    expect(store.hints[0]?.missed ?? false).toBe(missed === 1);
  });

  it('counts a change in the first run that can see it, and no more', async () => {
    store.changes.push({ caseId: '1', at });

    const first = await store.run();
    store.now = minutes(25);
    const second = await store.run();

    expect([first.missed, second.missed]).toEqual([1, 0]);
    expect(store.hints.map(({ missed }) => missed)).toEqual([true, true]);
  });

  it('counts nothing that changed before the shop was listed for the first time', async () => {
    const fresh = openListedStore();
    fresh.changes.push(change('1', -5), change('2', -4), change('3', -3));

    expect(await fresh.run()).toMatchObject({ hinted: 3, missed: 0, isSilent: false });
    expect(fresh.hints[0]).not.toHaveProperty('missed');
  });

  it('takes no webhook as due where only something else changed', async () => {
    store.changes.push({ caseId: '1', at, hookAt: minutes(12) });
    await store.tell('1', minutes(12));

    expect(await store.run()).toMatchObject({ hinted: 1, missed: 0 });
  });

  it('takes no webhook as missed of what was read since', async () => {
    store.changes.push({ caseId: '1', at, hookAt: minutes(12) });
    await store.record('1', minutes(12));

    expect(await store.run()).toMatchObject({ hinted: 1, missed: 0 });
  });

  it('sees a webhook as missed that was due, whatever else changed later', async () => {
    store.changes.push({ caseId: '1', at, hookAt: minutes(12) });
    await store.tell('1', minutes(11));

    expect(await store.run()).toMatchObject({ hinted: 1, missed: 1 });
  });
});

describe('reconcileShop: silence', () => {
  it('finds the webhooks silent when three were due and none told of anything', async () => {
    store.changes.push(change('1', 15), change('2', 16), change('3', 17));

    expect(await store.run()).toMatchObject({ missed: 3, isSilent: true });
  });

  it('takes two for an accident', async () => {
    store.changes.push(change('1', 15), change('2', 16));

    expect(await store.run()).toMatchObject({ missed: 2, isSilent: false });
  });

  it('hears them as long as one tells of something, recorded since or not', async () => {
    store.changes.push(change('1', 15), change('2', 16), change('3', 17), change('4', 18));
    await store.tell('4', minutes(18));
    await store.record('4', minutes(18));

    expect(await store.run()).toMatchObject({ missed: 3, known: 1, isSilent: false });
  });

  /** A run each quarter of an hour, each with one change a minute before; all but those told were missed. */
  const runs = async (...told: readonly boolean[]) => {
    const silent: boolean[] = [];
    for (const [index, isTold] of told.entries()) {
      const minute = 20 + index * 15;
      store.now = minutes(minute + 5);
      store.changes.push(change(String(index), minute));
      if (isTold) {
        await store.tell(String(index), minutes(minute));
      }
      silent.push((await store.run()).isSilent);
    }
    return silent;
  };

  it('a small shop: counts from run to run, and rings at the third and with each one more', async () => {
    expect(await runs(false, false, false, false)).toEqual([false, false, true, true]);
  });

  it('begins anew once a webhook tells of a change', async () => {
    expect(await runs(false, false, true, false, false, false)).toEqual([false, false, false, false, false, true]);
  });

  it('rings no more while nothing changes', async () => {
    await runs(false, false, false);
    store.now = minutes(58);

    expect(await store.run()).toMatchObject({ isSilent: false });
  });

  it('begins anew where the webhook of the last one came late', async () => {
    await runs(false, false);
    await store.tell('1', minutes(35));
    store.now = minutes(42);
    await store.run();

    store.now = minutes(60);
    store.changes.push(change('8', 55), change('9', 56));
    expect(await store.run()).toMatchObject({ missed: 2, isSilent: false });
  });

  it('is not deceived by a webhook of an earlier change that is listed once more', async () => {
    store.changes.push(change('told', 14), change('1', 15), change('2', 16));
    await store.tell('told', minutes(14));
    await store.run();

    store.now = minutes(25);
    store.changes.push(change('3', 22));
    expect(await store.run()).toMatchObject({ isSilent: true });
  });
});

describe('reconcileShop: a shop that is busy for long', () => {
  const runAt = async (minute: number) => {
    store.now = minutes(minute);
    return (await store.run()).isStuck;
  };

  it('is told from half an hour on', async () => {
    store.refuse = () => busy;

    expect([await runAt(20), await runAt(30), await runAt(49), await runAt(50), await runAt(60)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('is not told once a run came further', async () => {
    store.refuse = () => busy;
    await runAt(20);
    store.refuse = () => undefined;
    await runAt(40);
    store.refuse = () => busy;

    expect(await runAt(60)).toBe(false);
  });

  it('is told, too, where its pages are of what is known only', async () => {
    store.perPage = 1;
    store.changes.push(change('1', 2), change('2', 3));
    store.refuse = ({ page }) => (page ? busy : undefined);

    expect([await runAt(20), await runAt(50)]).toEqual([false, true]);
    expect(await store.cursor()).toMatchObject({ until: minutes(9) });
  });

  it('is told of a shop that was never listed, whose first window stays', async () => {
    store = openListedStore();
    store.refuse = () => busy;
    expect([await runAt(0), await runAt(31)]).toEqual([false, true]);

    store.refuse = () => undefined;
    store.asked.length = 0;
    await runAt(32);
    expect(store.asked[0]?.from).toBe(minutes(-24 * 60 - 10));
  });
});
