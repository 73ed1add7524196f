import { describe, expect, it } from 'vitest';
import { closed, saidOfCase } from '../said.ts';
import { decided, type KindRow, measuring, requested, shownClocks } from './kind-table.ts';

const day = 24 * 60;
const writtenUp = (minutes: number, code = 'quality') =>
  saidOfCase(minutes, { fact: 'case-written-up', reasons: [{ code }] });
const heardLate = { ...requested(-5000), receivedAt: requested(40).receivedAt };

describe('write-up', () => {
  it.each<KindRow>([
    ['opens when the case is closed', [requested(), closed(10)], [`from 10 due ${10 + day}`]],
    ['is not opened by a decision', [requested(), decided(10, 'declined')], []],
    [
      'is met when the case is written up',
      [requested(), closed(10), writtenUp(60)],
      [`from 10 due ${10 + day} met 60`],
    ],
    [
      'is met by the first write-up, not by what corrects it',
      [requested(), closed(10), writtenUp(60), writtenUp(day + 60, 'size')],
      [`from 10 due ${10 + day} met 60`],
    ],
    ['is not opened where it was written up before', [requested(), writtenUp(5), closed(10)], []],
    [
      'is missed by one that is late',
      [requested(), closed(10), writtenUp(day + 11)],
      [`from 10 due ${10 + day} met ${day + 11} missed`],
    ],
    [
      'runs from when we heard of a case that was closed long ago',
      [heardLate, closed(-4000)],
      [`from 40 due ${40 + day}`],
    ],
    ['is stopped by a case that is opened again', [requested(), closed(10), saidOfCase(20, { fact: 'reopened' })], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('write-up', said)).toEqual(clocks);
  });

  it('is not measured where nobody tells of write-ups', () => {
    expect(shownClocks('write-up', [requested(), closed(10)], [], { ...measuring, measured: [] })).toEqual([]);
  });
});
