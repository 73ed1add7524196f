import type { Scene } from './scene.ts';

export interface Scenario {
  readonly letter: string;
  readonly title: string;
  /** Without one it runs beside others. `first`: they wait until it lets them start. `last`: it waits until all of them are over. */
  readonly turn?: 'first' | 'last';
  readonly run: (scene: Scene) => Promise<void>;
}
