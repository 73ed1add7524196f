import { describe, expect, it } from 'vitest';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { GoodsFact, Units } from '#shared/returns/goods/facts.ts';
import { completeUnits, noUnits } from '#shared/returns/goods/units.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { parcelStateFor } from '#shared/returns/parcel/parcel-state.ts';
import { withdrawnLink } from '#shared/returns/tracking/links.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules } from '../../memory/test-merchant.ts';
import { check, lines, linkOf, receipt, stockIn } from './said.ts';

const parcelOf = (links: readonly ParcelLink[], goods: readonly GoodsFact[], acts: readonly NumberedAct[] = []) =>
  foldParcel(
    'PA01',
    [{ id: 'w', from: 'test/wms', receivedAt: minute(9999), facts: goods }],
    links,
    acts,
    testParcelRules,
  );

const two = [linkOf('a', 2), linkOf('b', 1)];
const units = (received: number, fields: Partial<Units> = {}): Units => ({ ...noUnits, received, ...fields });
const allot = (shares: Record<string, number>, minutes = 0): NumberedAct => ({
  n: 1,
  act: {
    act: 'allot',
    units: Object.fromEntries(Object.entries(shares).map(([key, received]) => [key, { S1: units(received) }])),
    by: { person: 'p' },
    at: minute(minutes),
  },
});
const receivedBy = ({ shares }: ReturnType<typeof parcelOf>) =>
  Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, share.S1?.received]));

describe('allotUnits', () => {
  /* C8, an act that was none was kept by an earlier release, and the fold threw on it for good. */
  it('C8: takes an act that is none for no act', () => {
    const acts = [null, { act: 'allot' }, { act: 'allot', units: null }, { act: 'write-off' }].map(
      (act, n) => ({ n, act }) as unknown as NumberedAct,
    );

    expect(parcelOf(two, [receipt(0, 2)], acts)).toEqual(parcelOf(two, [receipt(0, 2)]));
  });

  it('gives all to the only case, more than it expects too', () => {
    const parcel = parcelOf([linkOf('a', 2)], [receipt(0, 5)]);

    expect(parcel).toMatchObject({ allotment: 'sole', unclaimed: false });
    expect(receivedBy(parcel)).toEqual({ a: 5 });
  });

  it('gives each of several cases what it expects where there is enough', () => {
    const parcel = parcelOf(two, [receipt(0, 3), check(1, 3), stockIn(2, 3)]);

    expect(parcel.allotment).toBe('divided');
    expect(parcel.shares).toEqual({
      a: {
        S1: units(2, {
          inspected: { passed: 2, 'passed-with-deduction': 0, failed: 0 },
          stockedIn: { sellable: 2, defective: 0 },
        }),
      },
      b: {
        S1: units(1, {
          inspected: { passed: 1, 'passed-with-deduction': 0, failed: 0 },
          stockedIn: { sellable: 1, defective: 0 },
        }),
      },
    });
  });

  it('gives nobody what does not cover all cases, until a person allots', () => {
    expect(parcelOf(two, [receipt(0, 2)])).toMatchObject({ allotment: 'awaiting', shares: { a: {}, b: {} } });
    expect(receivedBy(parcelOf(two, [receipt(0, 2)], [allot({ a: 1, b: 1 })]))).toEqual({ a: 1, b: 1 });
  });

  it('gives nobody checked units of several results, for nobody knows whose are the bad ones', () => {
    expect(parcelOf(two, [receipt(0, 3), check(1, 2), check(1, 1, 'failed', 'I2')]).allotment).toBe('awaiting');
    expect(parcelOf(two, [receipt(0, 3), check(1, 3, 'failed')]).allotment).toBe('divided');
  });

  it('gives nobody units of which only some are checked', () => {
    expect(parcelOf(two, [receipt(0, 3), check(1, 2)]).allotment).toBe('awaiting');
  });

  it('leaves a surplus to nobody', () => {
    expect(receivedBy(parcelOf(two, [receipt(0, 5)]))).toEqual({ a: 2, b: 1 });
  });

  it('waits for a person where nobody expects what came', () => {
    const stranger: GoodsFact = {
      fact: 'received',
      receiptId: 'R9',
      warehouseId: 'east',
      at: minute(0),
      lines: [{ sku: 'S9', quantity: 1 }],
    };

    expect(parcelOf(two, [stranger]).allotment).toBe('awaiting');
  });

  it('lets the last of a person’s acts stand', () => {
    const acts = [allot({ a: 3 }), { ...allot({ b: 3 }), n: 2 }];

    expect(receivedBy(parcelOf(two, [receipt(0, 3)], acts))).toEqual({ b: 3 });
  });

  it('keeps waiting while a person’s act leaves units over', () => {
    const parcel = parcelOf(two, [receipt(0, 3)], [allot({ a: 1 })]);

    expect(parcel.allotment).toBe('awaiting');
    expect(receivedBy(parcel)).toEqual({ a: 1 });
  });

  it('drops a person’s act that goods corrected later no longer cover, and says so', () => {
    const parcel = parcelOf(two, [receipt(0, 3), receipt(5, 2)], [allot({ a: 2, b: 1 })]);

    expect(parcel).toMatchObject({ allotment: 'awaiting', shares: {} });
    expect(parcel.notes.map((note) => note.code)).toEqual(['allotment-exceeds-goods']);
  });

  it('counts for nobody a number that more than ten open cases name', () => {
    const links = (count: number) => Array.from({ length: count }, (_, index) => linkOf(`case-${index}`, 1));

    expect(parcelOf(links(11), [receipt(0, 20)])).toMatchObject({
      allotment: 'not-attributed',
      shares: {},
      unclaimed: true,
    });
    expect(parcelOf(links(10), [receipt(0, 20)]).allotment).toBe('divided');
    expect(parcelOf([...links(10), linkOf('closed', 1, { open: false })], [receipt(0, 20)]).allotment).toBe('divided');
  });

  it('is unclaimed once received, while no case’s latest word names it', () => {
    expect(parcelOf([linkOf('a', 2, { stands: false })], [receipt(0, 1)]).unclaimed).toBe(true);
    expect(parcelOf([], []).unclaimed).toBe(false);
  });
});

describe('completeUnits', () => {
  it('takes checked units for received ones', () => {
    expect(completeUnits(units(0, { inspected: { passed: 1, 'passed-with-deduction': 1, failed: 1 } })).received).toBe(
      3,
    );
  });

  it('takes stocked-in units for checked ones: sellable for passed, the others for failed', () => {
    expect(completeUnits(units(1, { stockedIn: { sellable: 2, defective: 1 } }))).toEqual(
      units(3, {
        inspected: { passed: 2, 'passed-with-deduction': 0, failed: 1 },
        stockedIn: { sellable: 2, defective: 1 },
      }),
    );
  });

  it('leaves units alone that add up', () => {
    const whole = units(4, {
      inspected: { passed: 2, 'passed-with-deduction': 1, failed: 0 },
      stockedIn: { sellable: 3, defective: 0 },
    });

    expect(completeUnits(whole)).toEqual(whole);
  });
});

describe('foldParcel', () => {
  const moved = (minutes: number, stage: string) => ({ fact: 'moved', stage, at: minute(minutes) }) as never;

  it('moves forward by rank, whatever the order of the times', () => {
    expect(parcelOf([], [moved(10, 'in-transit'), moved(20, 'picked-up')])).toMatchObject({
      stage: 'in-transit',
      movedAt: minute(20),
    });
  });

  it('shows a side state until the parcel moves on', () => {
    expect(parcelOf([], [moved(10, 'in-transit'), moved(20, 'stuck')]).sides).toEqual(['stuck']);
    expect(parcelOf([], [moved(30, 'delivered'), moved(20, 'stuck')]).sides).toEqual([]);
  });

  it('takes the later of two receipts with one id', () => {
    expect(parcelOf([], [receipt(5, 2), receipt(0, 3)]).goods).toEqual([receipt(5, 2)]);
  });

  /* It was told all that came, of others, too, as its own. */
  it('tells a case that only seemed to name the number nothing of what came under it', () => {
    const seemed = withdrawnLink({ key: 'c' } as CaseSnapshot, 2);
    const facts = [moved(0, 'delivered'), receipt(5, 2)];
    const parcel = parcelOf([linkOf('a', 2), seemed], facts);

    expect(parcelStateFor('c', parcel)).toEqual({
      number: 'PA01',
      stage: 'numbered',
      sides: [],
      goods: [],
      units: {},
      allotment: 'divided',
    });
    expect(parcelStateFor('a', parcel)).toEqual(parcelStateFor('a', parcelOf([linkOf('a', 2)], facts)));
  });

  it('goes on telling a case that an earlier release linked without dates what nobody owns', () => {
    const linked = linkOf('c', 1, { stands: false });

    expect(parcelStateFor('c', parcelOf([linked], [receipt(5, 2)])).goods).toEqual([receipt(5, 2)]);
    expect(parcelStateFor('c', parcelOf([linkOf('a', 2), linked], [receipt(5, 2)])).goods).toEqual([]);
  });

  it('notes when more was checked than a receipt counted', () => {
    expect(parcelOf([], [receipt(0, 1), check(1, 2)]).notes).toEqual([
      { code: 'checked-more-than-received', detail: 'S1' },
    ]);
    expect(parcelOf([], [check(1, 2)]).notes).toEqual([]);
  });
});

/* A person had said whose three units are; one case then turned out to have typed another's number, and its unit belonged to nobody, unseen. */
describe('C9: a case leaves after a person allotted', () => {
  const three = [linkOf('a', 1), linkOf('b', 1), linkOf('c', 1)];
  const goods = [receipt(0, 3)];
  const byPerson = [allot({ a: 1, b: 1, c: 1 })];

  it('C9: leaves to each who stays what a person gave it, and asks for the rest', () => {
    const left = three.map((link) => (link.caseKey === 'c' ? { ...link, stands: false } : link));

    expect(parcelOf(three, goods, byPerson).allotment).toBe('divided');
    expect(parcelOf(left, goods, byPerson).allotment).toBe('awaiting');
    expect(receivedBy(parcelOf(left, goods, byPerson))).toEqual({ a: 1, b: 1 });
  });

  it('C9: also where only one stays', () => {
    const left = three.map((link) => (link.caseKey === 'a' ? link : { ...link, stands: false }));

    expect(parcelOf(left, goods, byPerson).allotment).toBe('awaiting');
    expect(receivedBy(parcelOf(left, goods, byPerson))).toEqual({ a: 1 });
  });
});

describe('C9: a case is withdrawn after a person allotted', () => {
  const withdrawn = linkOf('c', 1, { isWithdrawn: true, endedAt: minute(50), open: false });

  it('C9: counts its unit no more, and a person is asked for it', () => {
    const parcel = parcelOf(
      [linkOf('a', 1), linkOf('b', 1), withdrawn],
      [receipt(0, 3)],
      [allot({ a: 1, b: 1, c: 1 })],
    );

    expect(parcel.allotment).toBe('awaiting');
    expect(receivedBy(parcel)).toMatchObject({ a: 1, b: 1 });
    expect(receivedBy(parcel).c).toBeUndefined();
  });
});

/* A person had said whose the goods of a number are; what came later, and what had come a year before, was taken for what the person spoke of. */
describe('what a person allots', () => {
  const day = 24 * 60;
  const dated = (key: string, fields: Partial<ParcelLink> = {}) =>
    linkOf(key, 1, { askedAt: minute(0), statedAt: minute(0), ...fields });
  const over = { open: false, closedAt: minute(300) };
  const other = (minutes: number, sku: string): GoodsFact => ({
    fact: 'received',
    receiptId: sku,
    warehouseId: 'east',
    at: minute(minutes),
    lines: lines(1, sku),
  });

  it('is not of goods that come later: they are of the only case that can have them', () => {
    const byPerson = [allot({ a: 0, b: 1 }, 200)];
    const parcel = parcelOf([dated('a'), dated('b', over)], [receipt(100, 1), receipt(400, 1, 'R2')], byPerson);

    expect(receivedBy(parcel)).toEqual({ a: 1, b: 1 });
    expect(parcel).toMatchObject({ allotment: 'divided', notes: [] });
  });

  it('is not of another SKU that comes alone later, nor called in question by it', () => {
    const goods = [receipt(100, 2), other(400, 'S2')];
    const parcel = parcelOf([dated('a'), dated('b', over)], goods, [allot({ a: 1, b: 1 }, 200)]);

    expect(receivedBy(parcel)).toEqual({ a: 1, b: 1 });
    expect(parcel.shares.a?.S2).toEqual(units(1));
    expect(parcel.notes).toEqual([]);
  });

  it('leaves to a person what comes later while both may have it', () => {
    const parcel = parcelOf(
      [dated('a'), dated('b')],
      [receipt(100, 2), receipt(400, 2, 'R2')],
      [allot({ a: 1, b: 1 }, 200)],
    );

    expect(receivedBy(parcel)).toEqual({ a: 1, b: 1 });
    expect(parcel.allotment).toBe('awaiting');
  });

  it('is not of what nobody owned long before, while it does not need that', () => {
    const goods = [other(-400 * day, 'S9'), receipt(100, 1)];
    const parcel = parcelOf([dated('a'), dated('b')], goods, [allot({ a: 1, b: 0 }, 200)]);

    expect(receivedBy(parcel)).toEqual({ a: 1, b: 0 });
    expect(parcel).toMatchObject({
      allotment: 'divided',
      unclaimed: true,
      unclaimedSince: minute(-400 * day),
    });
  });

  it('is of what nobody owned where it needs that, and of all that came of the same parcel', () => {
    const goods = [other(-400 * day, 'S9'), receipt(-41 * day, 1), receipt(-40 * day, 1, 'R2'), check(-39 * day, 2)];
    const parcel = parcelOf([dated('a'), dated('b')], goods, [allot({ a: 2 }, 200)]);

    expect(receivedBy(parcel)).toEqual({ a: 2, b: undefined });
    expect(parcel.unclaimedSince).toEqual(minute(-400 * day));
  });

  describe('of goods of a case that was withdrawn since', () => {
    const stays = dated('a', { askedAt: minute(150), statedAt: minute(20 * day) });
    const withdrawn = dated('c', { open: false, isWithdrawn: true, endedAt: minute(300) });
    const byPerson = [allot({ a: 1, c: 1 }, 200)];

    it('stands for who stays', () => {
      const parcel = parcelOf([stays, withdrawn], [receipt(100, 2)], byPerson);

      expect(parcel).toMatchObject({ allotment: 'awaiting', shares: { a: { S1: units(1) }, c: {} } });
    });

    it('takes nothing from what comes later', () => {
      const parcel = parcelOf([stays, withdrawn], [receipt(100, 2), receipt(400, 1, 'R2')], byPerson);

      expect(receivedBy(parcel)).toEqual({ a: 2, c: undefined });
    });
  });
});
