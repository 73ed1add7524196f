import { describe, expect, it } from 'vitest';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { minute } from '../../../memory/script.ts';
import { closed, receipt, returnSentIn, stateOf } from '../said.ts';
import { type KindRow, measuring, shownClocks } from './kind-table.ts';

const week = 1000;
const deadlines = { ...measuring.deadlines, arrival: { ...measuring.deadlines.arrival, dueAfterMinutes: week } };
const moved = (minutes: number, stage: Extract<ParcelFact, { fact: 'moved' }>['stage']): ParcelFact => ({
  fact: 'moved',
  stage,
  at: minute(minutes),
});
const sent = returnSentIn('PA01');

describe('arrival', () => {
  it.each<KindRow>([
    ['is not opened by a number alone', [sent], []],
    ['opens once the parcel moved', [sent, stateOf('PA01', moved(60, 'picked-up'))], [`PA01 from 0 due ${week}`]],
    [
      'is not moved by further steps',
      [sent, stateOf('PA01', moved(60, 'picked-up'), moved(90, 'in-transit'))],
      [`PA01 from 0 due ${week}`],
    ],
    [
      'is met by the delivery',
      [sent, stateOf('PA01', moved(60, 'picked-up'), moved(900, 'delivered'))],
      [`PA01 from 0 due ${week} met 900`],
    ],
    [
      'is met by a warehouse that has it',
      [sent, stateOf('PA01', moved(60, 'picked-up'), receipt(800, 2))],
      [`PA01 from 0 due ${week} met 800`],
    ],
    [
      'is missed by a parcel that is late',
      [sent, stateOf('PA01', moved(60, 'picked-up'), moved(week + 1, 'delivered'))],
      [`PA01 from 0 due ${week} met ${week + 1} missed`],
    ],
    ['runs for a parcel that is lost', [sent, stateOf('PA01', moved(60, 'lost'))], [`PA01 from 0 due ${week}`]],
    [
      'is stopped by a parcel that goes back to its sender',
      [sent, stateOf('PA01', moved(60, 'picked-up'), moved(90, 'returned-to-sender'))],
      [],
    ],
    [
      'stays missed where it goes back later',
      [sent, stateOf('PA01', moved(60, 'picked-up'), moved(week + 1, 'returned-to-sender'))],
      [`PA01 from 0 due ${week}`],
    ],
    [
      'runs for each parcel',
      [returnSentIn('PA01', 'PA02'), stateOf('PA01', moved(60, 'picked-up')), stateOf('PA02', moved(61, 'picked-up'))],
      [`PA01 from 0 due ${week}`, `PA02 from 0 due ${week}`],
    ],
    [
      'is met by the last of what is expected, in whatever parcel',
      [
        returnSentIn('PA01', 'PA02'),
        stateOf('PA01', moved(60, 'picked-up'), receipt(800, 2)),
        stateOf('PA02', moved(61, 'picked-up')),
      ],
      [`PA01 from 0 due ${week} met 800`, `PA02 from 0 due ${week} met 800`],
    ],
    ['is stopped by the end of the case', [sent, stateOf('PA01', moved(60, 'picked-up')), closed(100)], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('arrival', said, [], { ...measuring, deadlines })).toEqual(clocks);
  });
});
