import type { Reader } from './reader.ts';
import type { Cases } from './use-cases.ts';
import type { WishState } from './use-wish.ts';

/** What each part of the page is given. */
export interface PartProps {
  readonly cases: Cases;
  readonly state: WishState;
  readonly reader: Reader;
}
