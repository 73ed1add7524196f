import { describe, expect, it } from 'vitest';
import { minute } from '../../../memory/script.ts';
import { closed } from '../said.ts';
import { type ActRow, actsOf, platformDue, requested, shownClocks } from './kind-table.ts';

const putOff = (at: number, until: number, reason = 'other') => ({
  act: 'snooze',
  at: minute(at),
  until: minute(until),
  reason,
});
const flagged = (at: number) => ({ act: 'flag', at: minute(at), flag: 'red' });

describe('snooze', () => {
  it.each<ActRow>([
    ['is not opened by itself', [requested()], [], []],
    [
      'opens at the time until which a person put the case off',
      [requested()],
      ['from 500 due 560'],
      actsOf(putOff(10, 500)),
    ],
    ['moves when it is put off anew', [requested()], ['from 900 due 960'], actsOf(putOff(10, 500), putOff(20, 900))],
    [
      'is stopped when somebody puts it off no longer',
      [requested()],
      [],
      actsOf(putOff(10, 500), { act: 'wake', at: minute(20) }),
    ],
    [
      'is met by whatever a person does then',
      [requested()],
      ['from 500 due 560 met 520'],
      actsOf(putOff(10, 500), flagged(520), flagged(900)),
    ],
    ['is not met by what they did before', [requested()], ['from 500 due 560'], actsOf(putOff(10, 500), flagged(400))],
    [
      'is missed where they come late',
      [requested()],
      ['from 500 due 560 met 600 missed'],
      actsOf(putOff(10, 500), flagged(600)),
    ],
    [
      'does not stand still when the buyer was what it waited for',
      [requested()],
      ['from 500 due 560'],
      actsOf(putOff(10, 500, 'waits-for-buyer')),
    ],
    ['outlives the case', [requested(), closed(100)], ['from 500 due 560'], actsOf(putOff(10, 500))],
  ])('%s', (_what, said, clocks, acts) => {
    expect(shownClocks('snooze', said, acts)).toEqual(clocks);
  });

  it('hides no time of a platform', () => {
    const said = [requested(), platformDue(0, 'decision', 300)];

    expect(shownClocks('platform-decision', said, actsOf(putOff(10, 500)))).toEqual([
      'decision platform from 0 due 300',
    ]);
  });
});
