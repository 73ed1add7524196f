import type { Answered, Asked } from './http-server.ts';

/** What a robot was told, as people in its group see it. */
export interface ShownMessage {
  readonly title: string;
  readonly text: string;
  /** Accounts that were called. */
  readonly called: readonly string[];
}

/** A platform's side of one robot: whether a post is genuine, what it shows, and how it answers. */
export interface RobotPlatform {
  /** The path of its addresses, as the real one has it. */
  readonly path: string;
  /** @param secret - Undefined where the robot was made without one. */
  isGenuine(asked: Asked, secret: string | undefined, nowMs: number): boolean;
  /** Undefined where it cannot be read. */
  shownIn(body: unknown): ShownMessage | undefined;
  readonly answers: Readonly<Record<'ok' | 'notGenuine' | 'notRead' | 'tooFast', Answered>>;
}

export const hourMs = 3_600_000;

/** Platforms let a signature count for an hour. */
export function isWithinHour(millis: number, nowMs: number): boolean {
  return Math.abs(nowMs - millis) <= hourMs;
}
