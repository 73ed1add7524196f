import type { Instant } from '../record/instant.ts';
import type { Owner } from '../work/part.ts';

/** One text in every language. */
export interface Texts {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** An act that was taken since the person looked. */
export interface ActBetween {
  readonly n: number;
  readonly act: string;
  /** The person, by their subject id, or the policy. */
  readonly by: string;
  readonly at: Instant;
}

/** Why an act may not be taken, for who asked. */
export interface Refusal {
  /** For tools; the same whatever the words. */
  readonly code: string;
  /**
   * `form`: it is no such act. `wrong`: it would be refused on any day. `role`: not by this person. `absent`: there is no such record. `state`: not on the record as it stands; who looks
   * again may see why.
   */
  readonly because: 'form' | 'wrong' | 'role' | 'absent' | 'state';
  readonly text: Texts;
  /** Who has the record, where that is why. */
  readonly owner?: Owner;
  /** What came between, where that is why. */
  readonly between?: ActBetween;
}

/** What is asked for is wrong in itself. */
export function wrong(code: string, zh: string, en: string): Refusal {
  return { code, because: 'wrong', text: { 'zh-CN': zh, en } };
}

/** The record does not stand so that it could be taken. */
export function notNow(code: string, zh: string, en: string): Refusal {
  return { code, because: 'state', text: { 'zh-CN': zh, en } };
}
