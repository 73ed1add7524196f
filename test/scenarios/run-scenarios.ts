import { pooled } from '../../tools/run/pool.ts';
import type { Scenario } from './scenario.ts';
import { type Check, openScene, type Scene, UnmetError } from './scene.ts';
import type { World } from './world.ts';

export interface ScenarioResult extends Pick<Scene, 'shown' | 'notes'> {
  readonly letter: string;
  readonly title: string;
  readonly checks: readonly Check[];
  readonly failed: readonly Check[];
  readonly seconds: number;
}

export interface RunHooks {
  onStart(scenario: Scenario): void;
  onProgress(scenario: Scenario, text: string): void;
  onEnd(result: ScenarioResult): void;
}

/** Those that only work wait for each other: more at once would not be faster, and would keep those whose clocks run for minutes from starting them. */
const atOnce = 8;

/** Runs scenarios side by side, as their turns allow, each with cases of its own. */
export async function runScenarios(
  world: World,
  wanted: readonly Scenario[],
  hooks: RunHooks,
): Promise<ScenarioResult[]> {
  const whose = (turn: Scenario['turn']) => wanted.filter((scenario) => scenario.turn === turn);
  const { promise: mayStart, resolve: letOthersStart } = Promise.withResolvers<void>();
  const run = async (scenario: Scenario) => await runScenario(world, scenario, hooks, letOthersStart);
  const running = Promise.all(whose('first').map(run)).finally(letOthersStart);
  await mayStart;
  const waiting = Promise.all(whose('early').map(run));
  const results = [...(await pooled(whose(undefined), atOnce, run)), ...(await waiting), ...(await running)];
  results.push(...(await Promise.all(whose('last').map(run))));
  // After z come aa, ab.
  return results.sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter));
}

async function runScenario(
  world: World,
  scenario: Scenario,
  hooks: RunHooks,
  letOthersStart: () => void,
): Promise<ScenarioResult> {
  const { letter, title } = scenario;
  hooks.onStart(scenario);
  const startedAt = Date.now();
  const onProgress = (text: string) => hooks.onProgress(scenario, text);
  const scene = openScene(world, { letter, letOthersStart, onProgress });
  await scenario.run(scene).catch((error: unknown) => {
    if (!(error instanceof UnmetError)) {
      scene.check('goes through', false, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  });
  const { checks, shown, notes } = scene;
  const failed = checks.filter(({ ok }) => !ok);
  const result = { letter, title, checks, failed, shown, notes, seconds: (Date.now() - startedAt) / 1000 };
  hooks.onEnd(result);
  return result;
}
