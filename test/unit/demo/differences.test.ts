import { describe, expect, it } from 'vitest';
import { clockStateOf, differencesOf } from '../../../tools/demo/welcome/differences.ts';
import type { Becomes } from '../../../tools/demo/welcome/episode.ts';
import { attention, deadline, hour, paid, parcel, viewOf } from './views.ts';

const whole: Becomes = {
  headline: 'stocked-in',
  decision: 'approved',
  stages: ['received', 'numbered'],
  sides: ['stuck'],
  quality: 'passed',
  attention: ['goods-short', 'disputed'],
  clocks: ['refund runs', 'qc-follow-up met'],
  platform: ['refund'],
  paidFen: 9_900,
};
const view = viewOf({
  headline: 'stocked-in',
  quality: 'passed',
  parcels: [
    parcel({ stage: 'received', sides: ['stuck'] }),
    parcel({ stands: false, stage: 'lost' as never }),
    parcel(),
  ],
  attention: attention('disputed', 'goods-short'),
  deadlines: [deadline({ kind: 'qc-follow-up', metAt: hour(3) }), deadline()],
  platformDeadlines: { refund: hour(14) },
  money: paid(),
});

describe('differencesOf', () => {
  it('finds none where all is as the episode says, in whatever order', () => {
    expect(differencesOf(whole, view)).toEqual([]);
  });

  it('says that there is no such case', () => {
    expect(differencesOf(whole, undefined)).toEqual(['there is no such case']);
  });

  it.each<[string, Parameters<typeof viewOf>[0], string]>([
    ['headline', { headline: 'checked' }, 'headline is checked, not stocked-in'],
    ['decision', { decision: { value: 'new' } }, 'decision is new, not approved'],
    ['stages', { parcels: [parcel({ sides: ['stuck'] })] }, 'stages is numbered, not received, numbered'],
    ['quality', { quality: 'failed' }, 'quality is failed, not passed'],
    ['attention', { attention: [] }, 'attention is nothing, not disputed, goods-short'],
    ['clocks', { deadlines: [] }, 'clocks is nothing, not qc-follow-up met, refund runs'],
    ['platform', { platformDeadlines: {} }, 'platform is nothing, not refund'],
    ['paid', { money: paid({ status: 'failed' }) }, 'paid is 0, not 9900'],
  ])('names the %s and what was found instead', (_, more, difference) => {
    expect(differencesOf(whole, { ...view, ...more })).toEqual([difference]);
  });

  it('does not take for right what the episode does not speak of', () => {
    const becomes: Becomes = { headline: 'approved', decision: 'approved' };

    expect(differencesOf(becomes, viewOf({ attention: attention('disputed') }))).toEqual([
      'attention is disputed, not nothing',
    ]);
  });
});

describe('clockStateOf', () => {
  it.each([
    [{ reminded: false, missed: false }, 'runs'],
    [{ reminded: true, missed: false }, 'reminded'],
    [{ reminded: true, missed: true }, 'missed'],
    [{ reminded: true, missed: false, metAt: hour(2) }, 'met'],
    [{ reminded: true, missed: true, metAt: hour(2) }, 'met late'],
  ] as const)('tells of %j that it %s', (clock, state) => {
    expect(clockStateOf(clock)).toBe(state);
  });
});
