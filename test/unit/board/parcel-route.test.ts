import { describe, expect, it } from 'vitest';
import type { CaseView, ParcelView } from '#shared/api/case-view.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { routeOf } from '../../../functions/serve-board/page/pages/case/parcel-route.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z` as Instant;

type Beside = Parameters<typeof routeOf>[1];

function routeWith(parcel: Partial<ParcelView>, beside: Partial<Beside> = {}) {
  return routeOf(
    { number: 'SF1', statedAt: at(1), stands: true, ...parcel },
    { preAdvices: [], reports: [], ...beside },
  );
}

function statesOf(...route: Parameters<typeof routeWith>): Record<string, string> {
  return Object.fromEntries(routeWith(...route).stops.map(({ stop, state }) => [stop, state]));
}

const advice: CaseView['preAdvices'][number] = {
  announcementId: 'a',
  warehouseId: 'east',
  trackingNumber: 'SF1',
  state: 'announced',
  at: at(2),
};

describe('routeOf', () => {
  it('goes from the announcement into stock', () => {
    const { direction, stops } = routeWith({ stage: 'in-transit', movedAt: at(3) }, { preAdvices: [advice] });

    expect(direction).toBe('back');
    expect(stops).toEqual([
      { stop: 'announced', state: 'done', at: at(2) },
      { stop: 'picked-up', state: 'done' },
      { stop: 'in-transit', state: 'here', at: at(3) },
      { stop: 'delivered', state: 'ahead' },
      { stop: 'received', state: 'ahead' },
      { stop: 'inspected', state: 'ahead' },
      { stop: 'stocked-in', state: 'ahead' },
    ]);
  });

  it('has not begun where only a number is known', () => {
    expect(new Set(Object.values(statesOf({ stage: 'numbered' })))).toEqual(new Set(['ahead']));
  });

  it('shows that a parcel came which nobody announced', () => {
    expect(statesOf({ stage: 'received', receivedAt: at(5), deliveredAt: at(4) })).toMatchObject({
      announced: 'skipped',
      delivered: 'done',
      received: 'here',
    });
  });

  it('goes by the times that are told, also where the carrier speaks of it after the warehouse', () => {
    const { stops } = routeWith({ stage: 'received', receivedAt: at(4), deliveredAt: at(5) });

    expect(stops.slice(3, 5)).toEqual([
      { stop: 'received', state: 'here', at: at(4) },
      { stop: 'delivered', state: 'done', at: at(5) },
    ]);
  });

  it('takes an announcement of somebody else for one', () => {
    expect(statesOf({ expected: [{ warehouseId: 'east', at: at(2) }] })).toMatchObject({ announced: 'here' });
  });

  it('takes a pre-advice that was withdrawn, or is of another parcel, for none', () => {
    const preAdvices = [
      { ...advice, state: 'withdrawn' as const },
      { ...advice, trackingNumber: 'SF2' },
    ];

    expect(statesOf({}, { preAdvices })).toMatchObject({ announced: 'ahead' });
  });

  it('goes on by what the warehouse reports of the parcel, and not of another', () => {
    const report = { at: at(6), warehouseId: 'east', number: 'SF1' } as const;
    const reports = [
      { ...report, kind: 'inspected' as const },
      { ...report, kind: 'stocked-in' as const, number: 'SF2' },
    ];

    expect(statesOf({ stage: 'received' }, { reports })).toMatchObject({ inspected: 'here', 'stocked-in': 'ahead' });
  });

  it('ends at the buyer where goods go out', () => {
    const { direction, stops } = routeWith({ isOutbound: true, stands: false, stage: 'delivered', deliveredAt: at(3) });

    expect(direction).toBe('out');
    expect(stops.map(({ stop }) => stop)).toEqual(['sent', 'picked-up', 'in-transit', 'delivered']);
    expect(stops.at(-1)).toEqual({ stop: 'delivered', state: 'here', at: at(3) });
  });

  it('turns round where goods that went out come back', () => {
    const { direction, fate, stops } = routeWith({
      isOutbound: true,
      stage: 'in-transit',
      sides: ['refused'],
      movedAt: at(3),
    });

    expect([direction, fate]).toEqual(['turned', 'refused']);
    expect(stops.find(({ state }) => state === 'here')).toEqual({ stop: 'turned', state: 'here', at: at(3) });
  });

  it.each<[string | undefined, Partial<ParcelView>, Partial<Beside>]>([
    ['stopped', {}, { stopped: { at: at(2), ok: true } }],
    ['stop-failed', {}, { stopped: { at: at(2), ok: false } }],
    ['stop-asked', {}, { stopRequested: { at: at(2) } }],
    [undefined, {}, { stopRequested: { at: at(2), answeredAt: at(3) } }],
    ['refused', { sides: ['refused'] }, { stopped: { at: at(2), ok: false } }],
    ['returned-to-sender', { sides: ['returned-to-sender'] }, {}],
    [undefined, {}, {}],
    [undefined, { isOutbound: undefined as never, sides: ['returned-to-sender'] }, {}],
  ])('says that what went out is %s', (fate, parcel, beside) => {
    expect(routeWith({ isOutbound: true, stands: false, ...parcel }, beside).fate).toBe(fate);
  });
});
