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
  onEnd(result: ScenarioResult): void;
}

/** Needs the stack for itself until its burst is through, so that it slows nobody down and kills nobody else's messages. */
const firstLetter = 'i';

/** Runs scenarios side by side, each with cases of its own. */
export async function runScenarios(
  world: World,
  wanted: readonly Scenario[],
  hooks: RunHooks,
): Promise<ScenarioResult[]> {
  const first = wanted.filter(({ letter }) => letter === firstLetter);
  const others = wanted.filter(({ letter }) => letter !== firstLetter);
  const { promise: mayStart, resolve: letOthersStart } = Promise.withResolvers<void>();
  const run = async (scenario: Scenario) => await runScenario(world, scenario, hooks, letOthersStart);
  const running = Promise.all(first.map(run)).finally(letOthersStart);
  await mayStart;
  const results = [...(await Promise.all(others.map(run))), ...(await running)];
  return results.sort((a, b) => a.letter.localeCompare(b.letter));
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
  const scene = openScene(world, { letter, letOthersStart });
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
