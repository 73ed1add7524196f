import { describe, expect, it } from 'vitest';
import type { Living, Occurrence } from '../../../tools/demo/welcome/episode.ts';
import { chooseNext, occurrenceLine } from '../../../tools/demo/welcome/live-on.ts';
import { randomFrom } from '../../memory/random.ts';

const occurrence = (isReady?: () => boolean): Occurrence => ({
  who: 'carrier',
  what: { en: 'parcel SF1: in transit', 'zh-CN': '运单 SF1：运输中' },
  happens: async () => await Promise.resolve(),
  ...(isReady && { isReady }),
});
const name = { en: 'Doudian SF1', 'zh-CN': '抖店 SF1' };
const living = (...next: Occurrence[]): Living => ({ name, next });
const many = (count: number, each = () => living(occurrence())) => Array.from({ length: count }, each);
const draws = (underWay: readonly Living[]) => {
  const random = randomFrom(1);
  return Array.from({ length: 300 }, () => chooseNext(underWay, random));
};

describe('chooseNext', () => {
  it('lets a return begin while few are under way', () => {
    expect(new Set(draws(many(5)))).toEqual(new Set([undefined]));
  });

  it('lets none begin while many are', () => {
    expect(draws(many(24))).not.toContain(undefined);
  });

  it('lets now one begin, now one go on in between, and passes over none for ever', () => {
    const drawn = new Set(draws(many(10)));

    expect(drawn).toEqual(new Set([undefined, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it('passes over who waits for others, and who is at the end', () => {
    const underWay = [...many(8, () => living(occurrence(() => false))), living(), living(occurrence(() => true))];

    expect(new Set(draws(underWay))).toEqual(new Set([undefined, 9]));
  });

  it('lets one begin where all wait for others', () => {
    expect(new Set(draws(many(24, () => living(occurrence(() => false)))))).toEqual(new Set([undefined]));
  });
});

describe('occurrenceLine', () => {
  it('tells when by the clocks of the merchant, who, of which return, and what', () => {
    const at = new Date('2026-03-10T02:42:07Z');

    expect(occurrenceLine(at, name, occurrence(), 'en')).toBe(
      '10:42:07  Carrier    Doudian SF1               parcel SF1: in transit',
    );
    expect(occurrenceLine(at, name, occurrence(), 'zh-CN')).toBe(
      '10:42:07  承运商  抖店 SF1                  运单 SF1：运输中',
    );
  });
});
