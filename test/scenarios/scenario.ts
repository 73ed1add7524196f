import type { Scene } from './scene.ts';

export interface Scenario {
  readonly letter: string;
  readonly title: string;
  /**
   * Without one it runs beside some others. `first`: they wait until it lets them start. `early`: it waits for minutes, and so starts before those that only
   * work. `last`: it waits until all of them are over.
   */
  readonly turn?: 'first' | 'early' | 'last';
  readonly run: (scene: Scene) => Promise<void>;
}
