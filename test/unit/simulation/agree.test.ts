import { describe, expect, it, vi } from 'vitest';
import { waitForAgreement } from '../../simulation/agree.ts';

const difference = { about: 'a case', what: 'is not the same' };

describe('waitForAgreement', () => {
  const wait = async (...found: readonly (readonly (typeof difference)[])[]) => {
    const compare = vi.fn();
    for (const each of found) {
      compare.mockResolvedValueOnce(each);
    }
    const differences = await waitForAgreement({
      compare,
      heldBackMs: 2,
      everyMs: 1,
      patienceMs: 1000,
      onWaiting: () => undefined,
    });
    return { differences, looks: compare.mock.calls.length };
  };

  it('looks again after all agree', async () => {
    expect(await wait([difference], [], [])).toEqual({ differences: [], looks: 3 });
  });

  it('goes on where what was held back changes something', async () => {
    expect(await wait([], [difference], [], [])).toEqual({ differences: [], looks: 4 });
  });

  it('gives back what is left when its patience ends', async () => {
    const never = { heldBackMs: 1, everyMs: 1, patienceMs: 0, onWaiting: () => undefined };
    const compare = async () => await new Promise<[typeof difference]>((done) => setTimeout(done, 2, [difference]));

    expect(await waitForAgreement({ ...never, compare })).toEqual([difference]);
  });
});
