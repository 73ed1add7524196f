import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/returns/record/instant.ts';
import { snoozeTimes } from '../../../functions/serve-board/page/acts/snooze-times.ts';

const at = (text: string) => text as Instant;
const timesAt = (now: string, timeZone: string) => snoozeTimes(at(now), timeZone).map(({ until }) => until);

describe('snoozeTimes', () => {
  it('has half an hour, two hours, the end of today and tomorrow morning by the clocks of the merchant', () => {
    expect(timesAt('2026-03-10T04:00:00.000Z', 'Asia/Shanghai')).toEqual([
      '2026-03-10T04:30:00.000Z',
      '2026-03-10T06:00:00.000Z',
      '2026-03-10T10:00:00.000Z',
      '2026-03-11T01:00:00.000Z',
    ]);
  });

  it('takes the day of the merchant, where that is another than the reader’s', () => {
    expect(timesAt('2026-03-10T20:00:00.000Z', 'Asia/Shanghai').at(-1)).toBe('2026-03-12T01:00:00.000Z');
  });

  it.each(['2026-03-10T09:31:00.000Z', '2026-03-10T12:00:00.000Z'])(
    'offers no end of a day that is over, or nearly: %s',
    (now) => {
      expect(timesAt(now, 'Asia/Shanghai')).toHaveLength(3);
    },
  );

  it('is right in the night in which clocks change', () => {
    expect(timesAt('2026-03-07T20:00:00.000Z', 'America/New_York')).toEqual([
      '2026-03-07T20:30:00.000Z',
      '2026-03-07T22:00:00.000Z',
      '2026-03-07T23:00:00.000Z',
      // 9:00 is by summer time already.
      '2026-03-08T13:00:00.000Z',
    ]);
  });
});
