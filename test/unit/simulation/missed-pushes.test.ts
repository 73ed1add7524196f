import { describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { compareMissed, quietMs } from '../../simulation/missed-pushes.ts';
import { createPushLog } from '../../simulators/push-log.ts';
import { at, caseId, recordOf, shippedCase } from './compared-lane.ts';

describe('createPushLog', () => {
  const heard = (...steps: readonly (readonly ['sent' | 'lost', seconds: number])[]) => {
    let now = 0;
    const log = createPushLog(() => now);
    for (const [step, seconds] of steps) {
      now = seconds * 1000;
      log[step]([caseId]);
    }
    return log.unheard(30_000);
  };

  it('names a case whose last push was lost long after the one before', () => {
    expect(heard(['sent', 0], ['lost', 40])).toEqual([caseId]);
  });

  it('does not where a push before it may be read late', () => {
    expect(heard(['sent', 20], ['lost', 40])).toEqual([]);
  });

  it('does not where a later push told of it', () => {
    expect(heard(['sent', 0], ['lost', 40], ['sent', 41])).toEqual([]);
  });

  it('does not where one before it was lost, too, so that listing for that one may show both', () => {
    expect(heard(['sent', 0], ['lost', 40], ['lost', 120])).toEqual([]);
    expect(heard(['lost', 0], ['sent', 40], ['lost', 120])).toEqual([caseId]);
  });
});

describe('compareMissed', () => {
  const compare = (chaos: number, dropped: number, missed: readonly string[], unheard: readonly string[] = []) => {
    const snapshot = { ...recordOf(shippedCase()), missedWebhooks: missed } as CaseSnapshot;
    const shop = { unheard: (ms: number) => (ms === quietMs ? unheard : []), counts: { pushes: { dropped } } };
    return compareMissed(shop, new Map([[caseId, snapshot]]), chaos).map(({ what }) => what);
  };

  it('finds a case that does not show the push that nobody made good', () => {
    expect(compare(0.2, 1, [], [caseId])).toEqual(['its last push was never sent, and it does not show it']);
    expect(compare(0.2, 1, [at(1)], [caseId])).toEqual([]);
  });

  it('finds pushes called missed where none was lost', () => {
    expect(compare(0, 0, [at(1)])).toEqual(['missed 1 pushes, and none was lost']);
    expect(compare(0, 0, [])).toEqual([]);
  });

  it('finds that of many lost pushes none was missed', () => {
    expect(compare(0.2, 50, [])).toEqual(['missed none of 50 pushes that were never sent']);
  });

  it('leaves alone cases of others', () => {
    expect(compare(0.2, 1, [], ['another'])).toEqual([]);
  });
});
