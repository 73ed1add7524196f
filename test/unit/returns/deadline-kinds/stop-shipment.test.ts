import { describe, expect, it } from 'vitest';
import { closed, saidOfCase } from '../said.ts';
import { type KindRow, measuring, requested, shownClocks } from './kind-table.ts';

const asked = (minutes: number) => saidOfCase(minutes, { fact: 'shipment-stop-requested' });
const stopped = (minutes: number, ok: boolean) => saidOfCase(minutes, { fact: 'shipment-stopped', ok });

describe('stop-shipment', () => {
  it.each<KindRow>([
    ['opens when a stop is asked for', [requested(), asked(10)], ['from 10 due 55']],
    ['is not opened by a stop that nobody asked for', [requested(), stopped(10, true)], []],
    ['is met by a stop', [requested(), asked(10), stopped(30, true)], ['from 10 due 55 met 30']],
    ['is met by a no', [requested(), asked(10), stopped(30, false)], ['from 10 due 55 met 30']],
    [
      'is missed by an answer that is late',
      [requested(), asked(10), stopped(60, true)],
      ['from 10 due 55 met 60 missed'],
    ],
    ['is not moved by asking again', [requested(), asked(10), asked(20)], ['from 10 due 55']],
    [
      'runs anew where it is asked for again after a no',
      [requested(), asked(10), stopped(30, false), asked(40)],
      ['from 40 due 85'],
    ],
    ['is not met by an answer from before', [requested(), stopped(5, false), asked(10)], ['from 10 due 55']],
    ['is stopped by the end of the case', [requested(), asked(10), closed(20)], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('stop-shipment', said)).toEqual(clocks);
  });

  it('is not measured where nobody tells of stops', () => {
    const rules = { ...measuring, measured: [{ need: 'messages' as const }] };

    expect(shownClocks('stop-shipment', [requested(), asked(10)], [], rules)).toEqual([]);
  });
});
