import { describe, expect, it } from 'vitest';
import { minute } from '../../../memory/script.ts';
import { closed, saidOfCase } from '../said.ts';
import { type ActRow, actsOf, type KindRow, platformDue, requested, shownClocks } from './kind-table.ts';

const two = 48 * 60;
const disputed = (minutes: number, disputeId = 'D1') => saidOfCase(minutes, { fact: 'disputed', disputeId });
const judged = (minutes: number, disputeId = 'D1') =>
  saidOfCase(minutes, { fact: 'dispute-closed', disputeId, outcome: 'buyer' });
const handled = (minutes: number) => actsOf({ act: 'handled-on-platform', did: 'evidence-sent', at: minute(minutes) });

describe('dispute-evidence', () => {
  it.each<KindRow>([
    ['opens with a dispute', [requested(), disputed(10)], [`D1 from 10 due ${10 + two}`]],
    ['opens with one of a case that is closed', [requested(), closed(5), disputed(10)], [`D1 from 10 due ${10 + two}`]],
    ['is not stopped by the end of the case', [requested(), disputed(10), closed(20)], [`D1 from 10 due ${10 + two}`]],
    ['is stopped by a dispute that is closed in time', [requested(), disputed(10), judged(90)], []],
    [
      'is missed where it is closed late',
      [requested(), disputed(10), judged(two + 11)],
      [`D1 from 10 due ${10 + two} met ${two + 11} missed`],
    ],
    [
      'runs for each dispute',
      [requested(), disputed(10), disputed(20, 'D2')],
      [`D1 from 10 due ${10 + two}`, `D2 from 20 due ${20 + two}`],
    ],
    [
      'goes by the platform’s own time',
      [requested(), disputed(10), platformDue(20, 'evidence', 90_000)],
      ['platform from 20 due 90000'],
    ],
    [
      'moves with the platform',
      [requested(), disputed(10), platformDue(20, 'evidence', 900), platformDue(30, 'evidence', 800)],
      ['platform from 30 due 800'],
    ],
    [
      'is over once the platform waits no more',
      [requested(), disputed(10), platformDue(20, 'evidence', 900), platformDue(30, 'evidence')],
      [],
    ],
    ['of the platform is stopped by an end in time', [requested(), platformDue(20, 'evidence', 900), closed(30)], []],
    [
      'of the platform runs where it is asked for after the end',
      [requested(), closed(10), platformDue(20, 'evidence', 900)],
      ['platform from 20 due 900'],
    ],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('dispute-evidence', said)).toEqual(clocks);
  });

  it.each<ActRow>([
    [
      'is met by the word of whoever sent it',
      [requested(), disputed(10)],
      [`D1 from 10 due ${10 + two} met 60`],
      handled(60),
    ],
    ['is not met by what was sent before', [requested(), disputed(10)], [`D1 from 10 due ${10 + two}`], handled(5)],
    [
      'stays met whatever else they say later',
      [requested(), disputed(10)],
      [`D1 from 10 due ${10 + two} met 60`],
      [...handled(60), ...actsOf({ act: 'handled-on-platform', did: 'refunded', at: minute(70) })],
    ],
  ])('%s', (_what, said, clocks, acts) => {
    expect(shownClocks('dispute-evidence', said, acts)).toEqual(clocks);
  });
});
