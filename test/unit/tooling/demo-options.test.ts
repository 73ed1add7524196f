import { describe, expect, it } from 'vitest';
import { readDemoOptions } from '../../../infra/local/demo/options.ts';
import { failureLines } from '../../../infra/local/demo/report.ts';

const letters = ['a', 'b', 'c'];

describe('readDemoOptions', () => {
  it('runs everything, stays up and speaks English where nothing is said', () => {
    expect(readDemoOptions([], letters)).toEqual({ help: false, once: false, only: letters, locale: 'en' });
  });

  it('takes a choice of scenarios, or none', () => {
    expect(readDemoOptions(['--once', '--only', 'C, a'], letters)).toMatchObject({ once: true, only: ['c', 'a'] });
    expect(readDemoOptions(['--only', ''], letters).only).toEqual([]);
  });

  it('says what there is where something is asked for that is not', () => {
    expect(() => readDemoOptions(['--only', 'a,z'], letters)).toThrow('no scenario "z"; there are: a, b, c');
    expect(() => readDemoOptions(['--lang', 'fr'], letters)).toThrow('zh-CN, en');
    expect(() => readDemoOptions(['--twice'], letters)).toThrow('--twice');
  });
});

describe('failureLines', () => {
  const result = { letter: 'a', title: '', checks: [], shown: [], notes: [], seconds: 1 };

  it('is empty when everything arrived', () => {
    expect(failureLines([{ ...result, failed: [] }], [])).toEqual([]);
  });

  it('names each thing that did not arrive, and each queue that holds something', () => {
    const failed = [{ what: 'it is told', ok: false, detail: 'nothing was' }];
    const left = [{ queue: 'backhaul-demo-inbox-dlq', messages: 2 }];

    expect(failureLines([{ ...result, failed }], left)).toEqual([
      '(a) it is told: nothing was',
      '2 messages are left in backhaul-demo-inbox-dlq',
    ]);
  });
});
