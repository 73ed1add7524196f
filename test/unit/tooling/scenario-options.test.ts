import { describe, expect, it } from 'vitest';
import { readScenarioOptions } from '../../../tools/demo/scenarios/options.ts';
import { failureLines } from '../../../tools/demo/scenarios/report.ts';

const letters = ['a', 'b', 'c'];

describe('readScenarioOptions', () => {
  it('runs everything and speaks English where nothing is said', () => {
    expect(readScenarioOptions([], letters)).toEqual({ help: false, only: letters, locale: 'en' });
  });

  it('takes a choice of scenarios, or none', () => {
    expect(readScenarioOptions(['--only', 'C, a', '--lang', 'zh-CN'], letters)).toEqual({
      help: false,
      only: ['c', 'a'],
      locale: 'zh-CN',
    });
    expect(readScenarioOptions(['--only', ''], letters).only).toEqual([]);
  });

  it('says what there is where something is asked for that is not', () => {
    expect(() => readScenarioOptions(['--only', 'a,z'], letters)).toThrow('no scenario "z"; there are: a, b, c');
    expect(() => readScenarioOptions(['--lang', 'fr'], letters)).toThrow('zh-CN, en');
    expect(() => readScenarioOptions(['--lang', 'zh-ch'], letters)).toThrow('did you mean "zh-CN"?');
    expect(() => readScenarioOptions(['--once'], letters)).toThrow('--once');
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
