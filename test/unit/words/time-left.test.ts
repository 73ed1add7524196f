import { describe, expect, it } from 'vitest';
import { durationText, timeLeftText } from '#shared/words/time-left.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('durationText', () => {
  it.each([
    [20_000, '1 min', '1 分'],
    [12 * minute, '12 min', '12 分'],
    [3 * hour + 20 * minute, '3 h 20 min', '3 小时 20 分'],
    [2 * hour, '2 h', '2 小时'],
    [52 * hour + 59 * minute, '2 d 4 h', '2 天 4 小时'],
    [48 * hour + minute, '2 d', '2 天'],
  ])('tells %i ms in its two largest units', (ms, en, zh) => {
    expect([durationText(ms, 'en'), durationText(ms, 'zh-CN')]).toEqual([en, zh]);
  });
});

describe('timeLeftText', () => {
  it('tells what is left, and from the due time on what it is late by', () => {
    expect(timeLeftText(hour, 0, 'en')).toBe('in 1 h');
    expect(timeLeftText(hour, 2 * hour, 'en')).toBe('1 h overdue');
    expect([timeLeftText(hour, 0, 'zh-CN'), timeLeftText(0, hour, 'zh-CN')]).toEqual(['剩 1 小时', '已超时 1 小时']);
  });
});
