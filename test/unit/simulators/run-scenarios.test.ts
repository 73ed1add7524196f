import { describe, expect, it, vi } from 'vitest';
import { runScenarios } from '../../scenarios/run-scenarios.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { openScene, UnmetError } from '../../scenarios/scene.ts';
import type { World } from '../../scenarios/world.ts';

const world = { run: 'test' } as World;
const hooks = { onStart: vi.fn(), onProgress: vi.fn(), onEnd: vi.fn() };

describe('runScenarios', () => {
  it('lets the burst be through before the others start, and its rest run beside them', async () => {
    const steps: string[] = [];
    const burst: Scenario = {
      letter: 'i',
      title: 'burst',
      turn: 'first',
      run: async (scene) => {
        steps.push('burst');
        scene.letOthersStart();
        await vi.waitFor(() => expect(steps).toContain('other'));
        steps.push('rest');
      },
    };
    const other: Scenario = {
      letter: 'a',
      title: 'other',
      run: async () => void (await Promise.resolve(steps.push('other'))),
    };
    await runScenarios(world, [other, burst], hooks);

    expect(steps).toEqual(['burst', 'other', 'rest']);
  });

  it('runs the last one when all others are over, failed or not, and passes on how far it is', async () => {
    const steps: string[] = [];
    const last: Scenario = {
      letter: 'a',
      title: 'last',
      turn: 'last',
      run: async (scene) => {
        steps.push('last');
        await Promise.resolve(scene.onProgress('half of it'));
      },
    };
    const other: Scenario = {
      letter: 'b',
      title: 'other',
      run: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        steps.push('other');
        throw new Error('down');
      },
    };
    await runScenarios(world, [last, other], hooks);

    expect(steps).toEqual(['other', 'last']);
    expect(hooks.onProgress).toHaveBeenCalledWith(last, 'half of it');
  });

  it('starts the others though the first one fails', async () => {
    const burst: Scenario = {
      letter: 'i',
      title: 'burst',
      turn: 'first',
      run: async () => await Promise.reject(new Error('down')),
    };
    const other: Scenario = {
      letter: 'a',
      title: 'other',
      run: async (scene) => await Promise.resolve(scene.check('here', true)),
    };
    const results = await runScenarios(world, [burst, other], hooks);

    expect(results.map(({ letter, failed }) => [letter, failed.length])).toEqual([
      ['a', 0],
      ['i', 1],
    ]);
  });
});

describe('openScene', () => {
  it('gives up what never comes to hold, and says what was there instead', async () => {
    const scene = openScene(world, { letter: 'a', patienceMs: 0 });

    await expect(scene.eventually('it is white', async () => await Promise.resolve('black'))).rejects.toThrow(
      UnmetError,
    );
    expect(scene.checks).toEqual([{ what: 'it is white', ok: false, detail: 'still not so: black' }]);
  });

  it('does not take a refused webhook for accepted', async () => {
    const scene = openScene(world, { letter: 'a' });

    await expect(scene.accepted(Promise.resolve({ status: 401, body: 'no' }))).rejects.toThrow('401');
  });
});
