import { type OwnCase, ownCaseOf } from '../simulators/own-store.ts';
import type { Scene } from './scene.ts';

/** A case of the own store that no other scenario has. */
export function ownCase(scene: Scene, name: string): OwnCase {
  return ownCaseOf(`RMA-${scene.tag}-${name}`);
}
