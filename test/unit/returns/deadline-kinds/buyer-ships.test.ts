import { describe, expect, it } from 'vitest';
import { closed, details, receipt } from '../said.ts';
import { decided, type KindRow, platformDue, requested, shownClocks, stated, wrote } from './kind-table.ts';

const week = 7 * 24 * 60;
const back = details({ kind: 'return' }, 0);
const agreed = [requested(), back, decided(10)];

describe('buyer-ships', () => {
  it.each<KindRow>([
    ['opens with the approval', agreed, [`from 10 due ${10 + week}`]],
    ['is not opened before it', [requested(), back], []],
    [
      'is not opened where nothing has to come back',
      [requested(), details({ kind: 'refund-only' }, 0), decided(10)],
      [],
    ],
    [
      'is not opened by goods that never went out',
      [requested(), details({ kind: 'return', orderState: 'unshipped' }, 0), decided(10)],
      [],
    ],
    ['is not opened where a number was stated before', [...agreed, stated(5, 'PA01')], []],
    ['is met by a number that stands', [...agreed, stated(500, 'PA01')], [`from 10 due ${10 + week} met 500`]],
    [
      'runs on where no number stands any more',
      [...agreed, stated(500, 'PA01'), stated(600)],
      [`from 10 due ${10 + week}`],
    ],
    ['is met by goods that came without a number', [...agreed, directly(700)], [`from 10 due ${10 + week} met 700`]],
    [
      'is missed by a number that comes late',
      [...agreed, stated(11 + week, 'PA01')],
      [`from 10 due ${10 + week} met ${11 + week} missed`],
    ],
    [
      'does not stand still while the buyer is asked for something',
      [...agreed, wrote(20, 'person', { asksBuyer: true })],
      [`from 10 due ${10 + week}`],
    ],
    [
      'goes by the platform’s own time, be it later',
      [...agreed, platformDue(11, 'buyer-ships', 20_000)],
      ['platform from 11 due 20000'],
    ],
    [
      'moves with the platform',
      [...agreed, platformDue(11, 'buyer-ships', 20_000), platformDue(12, 'buyer-ships', 30_000)],
      ['platform from 12 due 30000'],
    ],
    [
      'is over once the platform takes its time away',
      [...agreed, platformDue(11, 'buyer-ships', 20_000), platformDue(12, 'buyer-ships')],
      [],
    ],
    ['is stopped by the end of the case', [...agreed, closed(20)], []],
    ['is stopped by a decision that changes', [...agreed, decided(20, 'declined')], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('buyer-ships', said)).toEqual(clocks);
  });
});

function directly(minutes: number) {
  const { at, ...report } = receipt(minutes, 2);
  return { id: 'wms-1', from: 'test/wms', receivedAt: at, facts: [{ ...report, at }] };
}
