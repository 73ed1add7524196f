import { describe, expect, it } from 'vitest';
import { minute } from '../../../memory/script.ts';
import { closed, refund, saidOfCase } from '../said.ts';
import {
  type ActRow,
  actsOf,
  buyerWrote,
  decided,
  type KindRow,
  platformDue,
  requested,
  shownClocks,
  stated,
  wrote,
} from './kind-table.ts';

const due = 24 * 60;
const asked = (minutes: number) => wrote(minutes, 'person', { asksBuyer: true });
const putOff = (from: number, until: number, reason = 'waits-for-buyer') => ({
  act: 'snooze',
  at: minute(from),
  until: minute(until),
  reason,
});

describe('solution', () => {
  it.each<KindRow>([
    ['opens when we first hear of the case', [requested()], [`from 0 due ${due}`]],
    ['is met by an approval', [requested(), decided(90)], [`from 0 due ${due} met 90`]],
    [
      'is met by a decline, whatever is decided later',
      [requested(), decided(90, 'declined'), decided(99)],
      [`from 0 due ${due} met 90`],
    ],
    ['is met by money', [requested(), refund(80, 'F1', 100)], [`from 0 due ${due} met 80`]],
    [
      'is not met by money that did not go out',
      [requested(), refund(80, 'F1', 100, { outcome: 'failed' })],
      [`from 0 due ${due}`],
    ],
    [
      'is met by goods that are sent anew',
      [requested(), saidOfCase(70, { fact: 'replacement-shipped' })],
      [`from 0 due ${due} met 70`],
    ],
    [
      'is missed by an answer that is late',
      [requested(), decided(due + 1)],
      [`from 0 due ${due} met ${due + 1} missed`],
    ],
    ['is not opened by what is answered at once', [requested(), decided(0)], []],
    ['is stopped by the buyer who takes it back', [requested(), decided(90, 'withdrawn')], []],
    ['is stopped by the end of the case', [requested(), closed(90)], []],
    ['is not met by what asks the buyer, and stands still', [requested(), asked(60)], ['from 0 paused since 60']],
    [
      'goes on once the buyer wrote',
      [requested(), asked(60), buyerWrote(160), buyerWrote(170)],
      [`from 0 due ${due + 100}`],
    ],
    [
      'goes on once the buyer stated a number',
      [requested(), asked(60), stated(90, 'PA01')],
      [`from 0 due ${due + 30}`],
    ],
    [
      'counts no time twice in which two things were asked',
      [requested(), asked(60), asked(100), buyerWrote(160)],
      [`from 0 due ${due + 100}`],
    ],
    [
      'stands still once more when the buyer is asked once more',
      [requested(), asked(60), buyerWrote(160), asked(200)],
      ['from 0 paused since 200'],
    ],
    [
      'is met all the same while the buyer is waited for',
      [requested(), asked(60), decided(90)],
      [`from 0 due ${due + 30} met 90`],
    ],
    ['waits for no word before it was asked for', [buyerWrote(-5), requested(), asked(60)], ['from 0 paused since 60']],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('solution', said)).toEqual(clocks);
  });

  it.each<ActRow>([
    [
      'stands still while a person waits for the buyer',
      [requested()],
      [`from 0 due ${due + 100}`],
      actsOf(putOff(60, 160)),
    ],
    [
      'goes on when the buyer wrote before the time',
      [requested(), buyerWrote(80)],
      [`from 0 due ${due + 20}`],
      actsOf(putOff(60, 160)),
    ],
    [
      'goes on when a person looks at it before the time',
      [requested()],
      [`from 0 due ${due + 30}`],
      actsOf(putOff(60, 160), { act: 'wake', at: minute(90) }),
    ],
    [
      'keeps what stood still when it is put off anew',
      [requested()],
      [`from 0 due ${due + 40 + 50}`],
      actsOf(putOff(60, 160), putOff(100, 150)),
    ],
    [
      'runs on while a person waits for the warehouse',
      [requested()],
      [`from 0 due ${due}`],
      actsOf(putOff(60, 160, 'waits-for-warehouse')),
    ],
  ])('put off: %s', (_what, said, clocks, acts) => {
    expect(shownClocks('solution', said, acts)).toEqual(clocks);
  });

  it('leaves a platform’s own time as it is while the buyer is waited for', () => {
    const said = [requested(), platformDue(0, 'decision', 900), asked(60)];

    expect(shownClocks('platform-decision', said)).toEqual(['decision platform from 0 due 900']);
  });
});
