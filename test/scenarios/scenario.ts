import type { Scene } from './scene.ts';

export interface Scenario {
  readonly letter: string;
  readonly title: string;
  readonly run: (scene: Scene) => Promise<void>;
}
