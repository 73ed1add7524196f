import { describe, expect, it } from 'vitest';
import type { FollowAnsweredFact, RouteFact } from '#shared/returns/carrier/facts.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink, ParcelRules } from '#shared/returns/parcel/parcel.ts';
import { parcelStateFor } from '#shared/returns/parcel/parcel-state.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import type { Told } from '#shared/returns/record/change.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules } from '../../memory/test-merchant.ts';
import { caseKey, folded, heardOfParcel, linkOf, only, receipt, returnSentIn, saidOfCase } from './said.ts';

const rules: ParcelRules = { ...testParcelRules, follow: true, pauseAfterAbortMinutes: 30, mostRounds: 5 };
const link = (fields: Partial<ParcelLink> = {}): ParcelLink => linkOf(caseKey, 2, { carrier: 'yto', ...fields });

const answer = (minutes: number, round: number, accepted: boolean, carrier: string | null = 'yto') => {
  const fact: FollowAnsweredFact = { fact: 'follow-answered', at: minute(minutes), round, accepted };
  return heardOfParcel(minutes, [carrier === null ? fact : { ...fact, carrier }]);
};
const taken = (minutes: number, round = 1) => answer(minutes, round, true);
const route = (minutes: number, fields: Partial<RouteFact> = {}) =>
  heardOfParcel(minutes, [{ fact: 'route', at: minute(minutes), moves: [], ...fields }]);
const gaveUp = (minutes: number) => route(minutes, { end: 'aborted' });
const found = (minutes: number, fields: Partial<RouteFact> = {}) =>
  route(minutes, { moves: [{ stage: 'in-transit', at: minute(minutes) }], ...fields });

const parcelOf = (observations: readonly ParcelObservation[], links: readonly ParcelLink[] = [link()], by = rules) =>
  foldParcel('PA01', observations, links, [], by);
const requestOf = (...inputs: Parameters<typeof parcelOf>) => parcelOf(...inputs).following?.request;

/** Tells one record after another. */
function createSenders() {
  let told: Told = {};
  let version = 0;
  return (...inputs: Parameters<typeof parcelOf>) => {
    version += 1;
    const result = tellParcel(parcelOf(...inputs), told, version, rules.deadlines);
    told = result.told;
    return result.changes;
  };
}

describe('followingOf', () => {
  it('has nothing to do with a number that nobody waits for and no feed speaks of', () => {
    expect(parcelOf([], [])).not.toHaveProperty('following');
  });

  it('is asked, then followed or refused as the feed answers', () => {
    expect(parcelOf([]).following).toMatchObject({ state: 'asked', round: 1 });
    expect(parcelOf([taken(60)]).following).toMatchObject({ state: 'followed', round: 1, since: minute(60) });
    expect(parcelOf([answer(60, 1, false)]).following).toMatchObject({ state: 'refused', round: 1, since: minute(60) });
  });

  it('takes a yes over a no within a round, and the highest round over others', () => {
    expect(parcelOf([answer(60, 1, false), taken(50)]).following?.state).toBe('followed');
    expect(parcelOf([answer(60, 2, false), taken(90, 1)]).following).toMatchObject({ state: 'refused', round: 2 });
  });

  it('is aborted when the feed gave up after it took the round, not before', () => {
    expect(parcelOf([taken(60), gaveUp(100)]).following).toMatchObject({ state: 'aborted', since: minute(100) });
    expect(parcelOf([taken(60), gaveUp(100), taken(140, 2)]).following).toMatchObject({ state: 'followed', round: 2 });
  });

  it('is followed while a route tells of the number, and finished once the route says so', () => {
    expect(parcelOf([found(100)]).following).toMatchObject({ state: 'followed', round: 0 });
    expect(parcelOf([taken(60), found(100, { end: 'finished' })]).following?.state).toBe('finished');
  });
});

describe('the request to follow', () => {
  it('names number, carrier and warehouse of the first open case that waits', () => {
    const links = [
      link({ caseKey: 'a', stands: false, carrier: 'ups', warehouseId: 'north' }),
      link({ caseKey: 'b', open: false, carrier: 'ups', warehouseId: 'north' }),
      link({ caseKey: 'c', carrier: 'sf', warehouseId: 'east' }),
      link({ caseKey: 'd', carrier: 'yto', warehouseId: 'west' }),
    ];

    expect(requestOf([], links)).toEqual({ trackingNumber: 'PA01', carrier: 'sf', warehouseId: 'east', round: 1 });
  });

  it('names the carrier that a feed found, over the one that a case states', () => {
    expect(requestOf([taken(60), found(100, { carrier: 'sf', end: 'aborted' })])).toMatchObject({ carrier: 'sf' });
  });

  it.each<[string, readonly ParcelObservation[], readonly ParcelLink[], ParcelRules]>([
    ['no feed has to be asked', [], [link()], { ...rules, follow: false }],
    ['no case names it any more', [], [link({ stands: false })], rules],
    ['its case is over', [], [link({ open: false })], rules],
    ['it was received', [heardOfParcel(60, [receipt(60, 1)])], [link()], rules],
    ['it was delivered', [found(60, { moves: [{ stage: 'delivered', at: minute(60) }] })], [link()], rules],
    ['the feed tells of it', [taken(60), found(100)], [link()], rules],
    ['the feed is done with it', [taken(60), found(100, { end: 'finished' })], [link()], rules],
    ['too many cases name it', [], Array.from({ length: 11 }, (_, n) => link({ caseKey: `c${n}` })), rules],
  ])('is none where %s', (_what, observations, links, by) => {
    expect(requestOf(observations, links, by)).toBeUndefined();
  });

  it('goes into the next round half an hour after the feed gave up', () => {
    expect(requestOf([taken(60), gaveUp(100)])).toMatchObject({ round: 2, notBefore: minute(130) });
    expect(requestOf([taken(60), gaveUp(100), taken(140, 2), gaveUp(200)])).toMatchObject({ round: 3 });
  });

  it('ends after five rounds', () => {
    expect(requestOf([taken(60, 4), gaveUp(100)])).toMatchObject({ round: 5 });
    expect(requestOf([taken(60, 5), gaveUp(100)])).toBeUndefined();
  });

  const handedOver = (minutes: number) => route(minutes, { carrier: 'zto', handedOver: true });

  it('A10: is none while the feed hands the number over, though it names the carrier that it was asked with, again and again', () => {
    const asked = answer(10, 1, true, 'zto');
    const parcel = parcelOf([asked, handedOver(20), handedOver(30), handedOver(40)]);

    expect(parcel).toMatchObject({ feedCarrier: 'zto', following: { state: 'followed', round: 1 } });
    expect(parcel.following?.request).toBeUndefined();
    expect(parcel.untrackedSince).toBeUndefined();
  });

  it('A10: ends after five rounds, where the feed gives up each time after it handed the number over', () => {
    const rounds = [1, 2, 3, 4, 5].flatMap((round) => {
      const from = round * 100;
      return [answer(from, round, true), handedOver(from + 10), gaveUp(from + 20)];
    });

    expect(requestOf(rounds.slice(0, -3))).toMatchObject({ round: 5 });
    expect(requestOf(rounds)).toBeUndefined();
    expect(parcelOf(rounds).following).toMatchObject({ state: 'aborted', round: 5 });
  });

  describe('where the feed gives up and names a carrier', () => {
    const named = (minutes: number, carrier = 'zto') => route(minutes, { carrier, handedOver: true, gaveUp: true });

    it('is none while that is another one than the feed was asked with', () => {
      const parcel = parcelOf([taken(10), named(20)]);

      expect(parcel).toMatchObject({ feedCarrier: 'zto', following: { state: 'followed', round: 1 } });
      expect(parcel.following?.request).toBeUndefined();
      expect(parcel.untrackedSince).toBeUndefined();
      expect(parcelOf([answer(10, 1, true, null), named(20)]).following?.state).toBe('followed');
    });

    it('goes into the next round where it was asked with that one', () => {
      const parcel = parcelOf([taken(10), named(4000, 'yto')]);

      expect(parcel).toMatchObject({ following: { state: 'aborted', round: 1 }, untrackedSince: minute(4000) });
      expect(parcel.following?.request).toMatchObject({ carrier: 'yto', round: 2, notBefore: minute(4030) });
    });

    it.each([
      ['handed over to', named(20)],
      ['corrected to', route(20, { carrier: 'zto', corrects: 'yto' })],
      ['found moving with', found(20, { carrier: 'zto' })],
    ])('goes into the next round where it was %s that one before', (_what, before) => {
      const again = {
        ...named(5000),
        facts: [{ ...Object(named(5000).facts[0]), moves: Object(before.facts[0]).moves }],
      };
      const parcel = parcelOf([taken(10), before, again]);

      expect(parcel).toMatchObject({ following: { state: 'aborted', since: minute(5000) } });
      expect(parcelOf([again, before, taken(10)])).toEqual(parcel);
      expect(parcel.following?.request).toMatchObject({ carrier: 'zto', round: 2 });
    });

    it('is followed once it took the next round, and ends after five', () => {
      const rounds = [1, 2, 3, 4, 5].flatMap((round) => [answer(round * 100, round, true), named(round * 100 + 20)]);

      expect(parcelOf([taken(10), named(20), named(500), answer(600, 2, true, 'zto')]).following?.state).toBe(
        'followed',
      );
      expect(parcelOf(rounds).following).toMatchObject({ state: 'aborted', round: 5 });
      expect(requestOf(rounds)).toBeUndefined();
    });

    it('goes by the carrier that its case states, where nothing is known of what it was asked with', () => {
      expect(parcelOf([named(20, 'yto')]).following?.state).toBe('aborted');
      expect(parcelOf([named(20)]).following?.state).toBe('followed');
    });

    it('is followed, whatever another feed said of that one', () => {
      const other = heardOfParcel(15, named(15).facts, 'test/other');

      expect(parcelOf([taken(10), other, named(20)]).following?.state).toBe('followed');
    });

    it('lets what it tells of the number afterwards take its place, with no newer move', () => {
      const moves = [{ stage: 'in-transit', at: minute(15) } as const];
      const handed = heardOfParcel(20, [{ ...Object(named(20).facts[0]), at: minute(15), moves }]);
      const later = heardOfParcel(30, [{ fact: 'route', at: minute(15), moves, carrier: 'zto' }]);

      expect(parcelOf([taken(10), handed, later]).following).toMatchObject({ state: 'followed' });
    });
  });

  it('waits for the feed that gave up a number before it was asked', () => {
    expect(requestOf([gaveUp(100)])).toMatchObject({ round: 1, notBefore: minute(130) });
  });

  it('is made again after a refusal only with another carrier', () => {
    expect(requestOf([answer(60, 1, false)])).toBeUndefined();
    expect(requestOf([answer(60, 1, false)], [link({ carrier: 'sf' })])).toMatchObject({ round: 2, carrier: 'sf' });
    expect(requestOf([answer(60, 1, false, null)])).toMatchObject({ round: 2, carrier: 'yto' });
  });

  it('is made again after a refusal once the warehouse is known, whose phone the carrier may ask for', () => {
    const refusedFor = (minutes: number, round: number, warehouseId: string) => {
      const asked = { accepted: false, carrier: 'yto', warehouseId };
      return heardOfParcel(minutes, [{ fact: 'follow-answered', at: minute(minutes), round, ...asked }]);
    };
    const toEast = [link({ warehouseId: 'east' })];

    expect(requestOf([answer(60, 1, false)], toEast)).toMatchObject({ round: 2, warehouseId: 'east' });
    expect(requestOf([answer(60, 1, false), refusedFor(70, 2, 'east')], toEast)).toBeUndefined();
    expect(requestOf([refusedFor(60, 1, 'east')], toEast)).toBeUndefined();
    expect(requestOf([refusedFor(60, 1, 'east')])).toBeUndefined();
  });
});

describe('tellParcel', () => {
  it('asks once, and again when the case names another carrier', () => {
    const hear = createSenders();

    expect(only(hear([]), 'Parcel Follow Requested')).toEqual({ trackingNumber: 'PA01', carrier: 'yto', round: 1 });
    expect(hear([])).toEqual([]);
    expect(only(hear([], [link({ carrier: 'sf' })]), 'Parcel Follow Requested')).toMatchObject({ carrier: 'sf' });
  });

  it('asks as of when the case told us of the number, before anybody else spoke of it', () => {
    const [change] = createSenders()([], [link({ knownAt: minute(7) })]);

    expect(change).toMatchObject({ type: 'Parcel Follow Requested', occurredAt: minute(7) });
  });

  it('asks nothing more when the feed takes the number, follows it, or nobody waits any more', () => {
    const hear = createSenders();
    hear([]);

    expect([hear([taken(60)]), hear([taken(60), found(90)]), hear([taken(60)], [link({ open: false })])]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('asks once more for each time that the feed gives up', () => {
    const hear = createSenders();
    hear([]);
    const again = only(hear([taken(60), gaveUp(100)]), 'Parcel Follow Requested');

    expect(again).toMatchObject({ round: 2, notBefore: minute(130) });
    expect(hear([taken(60), gaveUp(100), taken(140, 2)])).toEqual([]);
  });
});

describe('a parcel that was sent back', () => {
  /* A6, delivered had no direction: what its sender signed for was delivered to us, and nobody was called. */
  it('A6: calls a person to the case while it stands', () => {
    const route = { fact: 'route', moves: [{ stage: 'returned-to-sender', at: minute(90) }], carrier: 'sf' } as const;
    const state = parcelStateFor(caseKey, parcelOf([heardOfParcel(90, [{ ...route, at: minute(90) }])]));
    const sentBack = saidOfCase(100, { fact: 'parcel-state', revision: 1, state });

    expect(folded(returnSentIn('PA01'), sentBack).notes).toEqual([{ code: 'parcel-sent-back', detail: 'PA01' }]);
    expect(folded(returnSentIn('PA01'), sentBack, saidOfCase(200, { fact: 'closed' })).attention).toEqual([]);
  });
});

describe('untrackedSince', () => {
  it.each([
    ['the feed gave up', [taken(60), gaveUp(100)], minute(100)],
    ['the feed refused', [answer(60, 1, false)], minute(60)],
    ['nobody answered yet', [], undefined],
    ['the feed follows', [taken(60)], undefined],
  ] as const)('says where %s', (_what, observations, since) => {
    expect(parcelOf(observations).untrackedSince).toBe(since);
  });

  it('says nothing of a parcel that arrived or that no open case waits for', () => {
    const lost = [taken(60), gaveUp(100)];

    expect(parcelOf([...lost, heardOfParcel(120, [receipt(120, 1)])]).untrackedSince).toBeUndefined();
    expect(parcelOf(lost, [link({ open: false })]).untrackedSince).toBeUndefined();
  });

  const stateSaid = (...observations: readonly ParcelObservation[]) => {
    const state = parcelStateFor(caseKey, parcelOf(observations));
    return saidOfCase(100, { fact: 'parcel-state', revision: 1, state });
  };

  it('calls a person to the case while it stands', () => {
    const untracked = stateSaid(taken(60), gaveUp(100));
    const closed = saidOfCase(200, { fact: 'closed' });

    expect(folded(returnSentIn('PA01'), untracked).notes).toEqual([{ code: 'parcel-untracked', detail: 'PA01' }]);
    expect(folded(returnSentIn('PA01'), stateSaid(taken(60), gaveUp(100), taken(140, 2))).attention).toEqual([]);
    expect(folded(returnSentIn('PA01'), untracked, closed).attention).toEqual([]);
  });

  it('tells no case that a feed was asked or follows, which is no news by itself', () => {
    expect(folded(returnSentIn('PA01'), stateSaid(taken(60))).parcels[0]).not.toHaveProperty('state');
    expect(folded(returnSentIn('PA01'), stateSaid(taken(60), found(90))).parcels[0]?.state).toMatchObject({
      stage: 'in-transit',
      following: 'followed',
    });
  });
});
