import { describe, expect, it } from 'vitest';
import { check, closed, details, receipt, returnSentIn, saidOfCase, stateOf, stockIn } from '../said.ts';
import { type KindRow, platformDue, shownClocks } from './kind-table.ts';

const two = 48 * 60;
const exchange = [returnSentIn('PA01'), details({ kind: 'exchange' })];
const inStock = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));
const failed = stateOf('PA01', receipt(60, 2), check(70, 2, 'failed'), stockIn(80, 2));
const sent = (minutes: number) => saidOfCase(minutes, { fact: 'replacement-shipped', trackingNumber: 'SF1' });

describe('replacement', () => {
  it.each<KindRow>([
    ['opens when the goods of an exchange are booked in', [...exchange, inStock], [`from 80 due ${80 + two}`]],
    ['is not opened before that', [...exchange, stateOf('PA01', receipt(60, 2))], []],
    ['is not opened by a return', [returnSentIn('PA01'), inStock], []],
    ['is not opened by goods that failed their check', [...exchange, failed], []],
    ['is met when the new goods are sent', [...exchange, inStock, sent(200)], [`from 80 due ${80 + two} met 200`]],
    ['is not opened where they were sent before', [...exchange, inStock, sent(50)], []],
    [
      'is missed by goods that are sent late',
      [...exchange, inStock, sent(two + 81)],
      [`from 80 due ${80 + two} met ${two + 81} missed`],
    ],
    [
      'goes by the platform’s own time where that is earlier',
      [...exchange, inStock, platformDue(90, 'replacement', 900)],
      ['platform from 90 due 900'],
    ],
    [
      'goes by ours where that is earlier',
      [...exchange, inStock, platformDue(90, 'replacement', 90_000)],
      [`from 80 due ${80 + two}`],
    ],
    [
      'goes by the platform’s before the goods are there',
      [...exchange, platformDue(20, 'replacement', 90_000)],
      ['platform from 20 due 90000'],
    ],
    [
      'goes by ours once the platform took its time away',
      [...exchange, inStock, platformDue(90, 'replacement', 900), platformDue(95, 'replacement')],
      [`from 80 due ${80 + two}`],
    ],
    ['is stopped by the end of the case', [...exchange, inStock, closed(100)], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('replacement', said)).toEqual(clocks);
  });
});
