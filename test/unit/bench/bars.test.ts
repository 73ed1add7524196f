import { describe, expect, it } from 'vitest';
import { barred, bars, missedBars } from '../../bench/bars.ts';
import type { StepUnits } from '../../bench/units.ts';

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

  it.each([
    [{ awsCalls: bars.calls + 1 }, 'AWS calls of a simple return: 191, at most 190 is allowed'],
    // 190 dollars a million are 1,520 read units each.
    [{ readUnits: 1521 }, 'dollars for a million of them: 190.125, at most 190 is allowed'],
  ])('holds a simple return to its calls and its price', (over, sentence) => {
    const none = {
      tableWriteUnits: 0,
      indexWriteUnits: 0,
      readUnits: 0,
      carryCalls: 0,
      hints: 0,
      events: 0,
      timerStarts: 0,
    };
    const wholeReturn = { ...none, awsCalls: bars.calls, ...over } as unknown as StepUnits;
    expect(missedBars({ units: { steps: [], wholeReturn } })).toEqual([sentence]);
  });

  it('holds other functions to nothing', () => {
    expect(missedBars({ load: [{ name: 'serve-api', bytes: 999_999, loadRatio: 9 }] })).toEqual([]);
  });

  it('takes a ratio that could not be computed for a miss', () => {
    expect(missedBars({ cpu: [{ ...cpu, ratio: Number.NaN }] })).toHaveLength(1);
  });
});
