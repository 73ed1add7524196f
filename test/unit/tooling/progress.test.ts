import { describe, expect, it } from 'vitest';
import { deployProgress } from '../../../tools/run/progress.ts';

describe('deployProgress', () => {
  it('prints milestones and failures, and leaves the rest out', () => {
    const lines: string[] = [];
    const hear = deployProgress((text = '') => lines.push(text.trim()));
    hear('backhaul-demo: start: Building Recording/Function/Code');
    hear('backhaul-demo: creating stack...');
    hear(' ✅  backhaul-demo');
    hear('❌  backhaul-demo failed: no');

    expect(lines).toEqual(['backhaul-demo: creating stack...', '✅  backhaul-demo', '❌  backhaul-demo failed: no']);
  });
});
