import { describe, expect, it } from 'vitest';
import type { RouteFact } from '#shared/returns/carrier/facts.ts';
import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules } from '../../memory/test-merchant.ts';
import { caseKey, heardOfParcel, linkOf, receipt } from './said.ts';

type Step = readonly [minutes: number, stage: ParcelStage | ParcelSide];

const route = (steps: readonly Step[], fields: Partial<RouteFact> = {}): RouteFact => ({
  fact: 'route',
  at: minute(Math.max(0, ...steps.map(([minutes]) => minutes))),
  moves: steps.map(([minutes, stage]) => ({ stage, at: minute(minutes), raw: '1' })),
  ...fields,
});
const parcelOf = (...observations: readonly ParcelObservation[]) =>
  foldParcel('PA01', observations, [], [], testParcelRules);

describe('latestRoutes', () => {
  it('lets a later snapshot of a sender take the place of its earlier one', () => {
    const wrong = heardOfParcel(100, [route([[90, 'delivered']])]);
    const corrected = heardOfParcel(130, [route([[120, 'in-transit']])]);

    expect(parcelOf(corrected, wrong)).toMatchObject({ stage: 'in-transit', movedAt: minute(120) });
  });

  it('keeps the snapshots of two senders side by side', () => {
    const one = heardOfParcel(130, [route([[120, 'in-transit']])], 'test/feed');
    const other = heardOfParcel(100, [route([[90, 'delivered']])], 'test/carrier');

    expect(parcelOf(one, other)).toMatchObject({ stage: 'delivered', movedAt: minute(120) });
  });

  it('takes an older snapshot that arrives late for the older one', () => {
    const newer = heardOfParcel(130, [
      route([
        [90, 'picked-up'],
        [120, 'in-transit'],
      ]),
    ]);
    const older = heardOfParcel(500, [route([[90, 'picked-up']])]);

    expect(parcelOf(newer, older)).toMatchObject({ stage: 'in-transit', movedAt: minute(120) });
  });

  it.each([
    ['the end of an abort over none', [undefined, 'aborted'], 'aborted'],
    ['the end of a finish over an abort', ['finished', 'aborted'], 'finished'],
  ] as const)('takes, of two with one newest move, %s', (_what, ends, expected) => {
    const heard = ends.map((end, index) =>
      heardOfParcel(100 + index, [route([[90, 'picked-up']], { ...(end && { end }) })]),
    );

    expect(parcelOf(...heard).following?.state).toBe(expected);
    expect(parcelOf(...heard.toReversed()).following?.state).toBe(expected);
  });

  it('takes, of two with one newest move and no end, the one that we got later', () => {
    const first = heardOfParcel(100, [route([[90, 'picked-up']], { carrier: 'yto' })]);
    const second = heardOfParcel(101, [route([[90, 'picked-up']], { carrier: 'sf' })]);

    expect(parcelOf(first, second).carrier).toBe('sf');
    expect(parcelOf({ ...first, receivedAt: minute(102) }, second).carrier).toBe('yto');
  });

  it('lets a route without moves give way to one with moves that are older', () => {
    const gaveUp = heardOfParcel(500, [route([], { at: minute(500), end: 'aborted' })]);
    const found = heardOfParcel(900, [route([[90, 'picked-up']])]);

    expect(parcelOf(found, gaveUp)).toMatchObject({ stage: 'picked-up', following: { state: 'followed' } });
  });

  describe('a route whose move is the word of the feed on the whole parcel', () => {
    const refused = heardOfParcel(600, [route([[600, 'refused']], { byState: true })]);

    it('gives way to one with moves that are older, as one without moves does', () => {
      const rows = heardOfParcel(700, [
        route([
          [500, 'in-transit'],
          [550, 'delivered'],
        ]),
      ]);

      expect(parcelOf(refused, rows)).toMatchObject({ stage: 'delivered', sides: [], deliveredAt: minute(550) });
      expect(parcelOf(refused, heardOfParcel(500, rows.facts))).toMatchObject({ stage: 'delivered' });
    });

    it('counts while there is no other, or none as new', () => {
      const back = heardOfParcel(700, [route([[700, 'returned-to-sender']], { byState: true })]);

      expect(parcelOf(refused)).toMatchObject({ sides: ['refused'], movedAt: minute(600) });
      expect(parcelOf(refused, heardOfParcel(300, [route([], { at: minute(300) })])).sides).toEqual(['refused']);
      expect(parcelOf(back, refused).sides).toEqual(['returned-to-sender']);
    });

    it('leaves goods that went out and came back delivered when they were', () => {
      const back = heardOfParcel(600, [route([[600, 'returned-to-sender']], { byState: true })]);
      const rows = heardOfParcel(700, [
        route([
          [500, 'returned-to-sender'],
          [550, 'delivered'],
        ]),
      ]);
      const links = [linkOf(caseKey, 1, { isOutbound: true, askedAt: minute(0), statedAt: minute(0) })];
      const parcel = foldParcel('PA01', [back, rows], links, [], testParcelRules);

      expect(Object.values(parcel.views ?? {})).toMatchObject([{ deliveredAt: minute(550) }]);
    });
  });
});

describe('movementOf', () => {
  it('counts a route’s moves with those that a carrier tells one by one', () => {
    const one = heardOfParcel(100, [{ fact: 'moved', stage: 'out-for-delivery', at: minute(95) }], 'test/carrier');
    const all = heardOfParcel(130, [
      route([
        [90, 'picked-up'],
        [120, 'stuck'],
      ]),
    ]);

    expect(parcelOf(one, all)).toMatchObject({ stage: 'out-for-delivery', sides: ['stuck'], movedAt: minute(120) });
  });

  it('counts a move later than our receipt as of the receipt', () => {
    expect(parcelOf(heardOfParcel(100, [route([[120, 'picked-up']])])).movedAt).toBe(minute(100));
  });

  it('is received once goods came, whatever the feed says', () => {
    const all = heardOfParcel(130, [route([[120, 'in-transit']]), receipt(100, 1)]);

    expect(parcelOf(all).stage).toBe('received');
  });
});

describe('feedCarrierOf', () => {
  const asked = heardOfParcel(50, [
    { fact: 'follow-answered', at: minute(50), round: 1, accepted: true, carrier: 'yto' },
  ]);
  const moved = heardOfParcel(200, [{ fact: 'moved', stage: 'in-transit', at: minute(200), carrier: 'ups' }]);

  it('is the carrier of the latest route, before any that a single move names', () => {
    const found = heardOfParcel(100, [route([[90, 'picked-up']], { carrier: 'sf' })]);

    expect(parcelOf(found, moved)).toMatchObject({ feedCarrier: 'sf', carrier: 'sf' });
    expect(parcelOf(moved)).toMatchObject({ carrier: 'ups' });
    expect(parcelOf(moved).feedCarrier).toBeUndefined();
  });

  it('is a correction that comes without any move', () => {
    const corrected = route([], { carrier: 'sf', corrects: 'yto' });

    expect(parcelOf(asked, heardOfParcel(100, [corrected])).feedCarrier).toBe('sf');
  });

  it.each(['yto', 'sf'])('is not %s, where the feed found no move', (carrier) => {
    expect(parcelOf(asked, heardOfParcel(100, [route([], { carrier })])).feedCarrier).toBeUndefined();
    expect(parcelOf(heardOfParcel(100, [route([], { carrier, end: 'aborted' })])).feedCarrier).toBeUndefined();
  });

  it('is what the feed was asked with, once it found a move there', () => {
    const found = route([[90, 'picked-up']], { carrier: 'yto' });

    expect(parcelOf(asked, heardOfParcel(100, [found])).feedCarrier).toBe('yto');
  });
});

describe('wrongCarriers', () => {
  const wrong = heardOfParcel(100, [route([[95, 'delivered']], { carrier: 'yto' })]);
  const corrected = heardOfParcel(120, [route([[90, 'picked-up']], { carrier: 'zto', corrects: 'yto' })]);

  it('leaves out the routes of a carrier that was corrected, though their moves are newer', () => {
    const expected = { feedCarrier: 'zto', stage: 'picked-up', movedAt: minute(90) };

    expect(parcelOf(wrong, corrected)).toMatchObject(expected);
    expect(parcelOf(corrected, wrong)).toMatchObject(expected);
  });

  it('leaves them out where the correction has no move yet', () => {
    const bare = heardOfParcel(120, [route([], { carrier: 'zto', corrects: 'yto' })]);

    expect(parcelOf(wrong, bare)).toMatchObject({ feedCarrier: 'zto', stage: 'numbered' });
  });

  it('A10: leaves out the routes of all carriers that it named before, where it hands the number over and does not say from which', () => {
    const bare = heardOfParcel(120, [route([], { carrier: 'zto', handedOver: true })]);

    expect(parcelOf(wrong, bare)).toMatchObject({ feedCarrier: 'zto', stage: 'numbered' });
    expect(parcelOf(bare, wrong)).toMatchObject({ feedCarrier: 'zto', stage: 'numbered' });
  });

  it('goes by later routes of the right carrier that repeat no correction', () => {
    const later = heardOfParcel(140, [route([[130, 'in-transit']], { carrier: 'zto' })]);

    expect(parcelOf(later, wrong, corrected)).toMatchObject({ feedCarrier: 'zto', stage: 'in-transit' });
  });

  it('follows a correction of a correction, also back to where it began', () => {
    const second = heardOfParcel(130, [route([[80, 'picked-up']], { carrier: 'sf', corrects: 'zto' })]);
    const back = heardOfParcel(140, [route([[95, 'delivered']], { carrier: 'yto', corrects: 'zto' })]);

    expect(parcelOf(second, wrong, corrected)).toMatchObject({ feedCarrier: 'sf', movedAt: minute(80) });
    expect(parcelOf(back, wrong, corrected)).toMatchObject({ feedCarrier: 'yto', stage: 'delivered' });
  });

  it('takes no other sender’s routes away', () => {
    const other = heardOfParcel(100, [route([[95, 'delivered']], { carrier: 'yto' })], 'test/carrier');

    expect(parcelOf(other, corrected)).toMatchObject({ stage: 'delivered', movedAt: minute(95) });
  });
});
