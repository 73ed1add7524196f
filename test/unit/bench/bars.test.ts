import { describe, expect, it } from 'vitest';
import { barred, bars, missedBars } from '../../bench/bars.ts';

const load = { name: barred, bytes: bars.bytes, loadRatio: bars.load };
const cpu = { sender: 'standard', ratio: bars.cpu } as const;

describe('missedBars', () => {
  it('names none where every bar is just kept, and none of what was not measured', () => {
    expect(missedBars({ load: [load], cpu: [cpu] })).toEqual([]);
    expect(missedBars({})).toEqual([]);
  });

  it.each([
    [{ load: [{ ...load, bytes: bars.bytes + 1 }] }, 'bytes of receive-webhook: 280001, at most 280000 is allowed'],
    [
      { load: [{ ...load, loadRatio: 1.251 }] },
      'load of receive-webhook over the floor: 1.251, at most 1.25 is allowed',
    ],
    [
      { cpu: [cpu, { sender: 'shopify', ratio: 1.351 }] as const },
      'CPU of a webhook of shopify over the floor: 1.351, at most 1.35 is allowed',
    ],
  ])('names what is missed and by how much', (measured, sentence) => {
    expect(missedBars(measured)).toEqual([sentence]);
  });

  it('holds other functions to nothing', () => {
    expect(missedBars({ load: [{ name: 'serve-api', bytes: 999_999, loadRatio: 9 }] })).toEqual([]);
  });

  it('takes a ratio that could not be computed for a miss', () => {
    expect(missedBars({ cpu: [{ ...cpu, ratio: Number.NaN }] })).toHaveLength(1);
  });
});
