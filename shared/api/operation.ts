import type { Role } from '#shared/returns/acts/roles.ts';

/** The function that answers: one that only reads, or one that records. */
export type Answerer = 'serve-api' | 'take-acts';

/** What a caller must see to get an answer: one case, one parcel, what is of the shops in sight, or the stack as a whole. */
export type About = 'case' | 'parcel' | 'shops' | 'stack';

/** What people and tools may ask for. No schema is in it: pages and infra read it, too. */
export interface Operation<Route extends string = string, By extends Answerer = Answerer, Of extends About = About> {
  /** Method and path as they are routed: `GET /cases/{key}`. */
  readonly route: Route;
  readonly by: By;
  readonly about: Of;
  /** By role; a team's group has that of an agent. */
  readonly may: readonly Role[];
}

/** One that changes nothing. */
export function read<const Route extends string, const Of extends About>(
  route: Route,
  about: Of,
  may: readonly Role[],
): Operation<Route, 'serve-api', Of> {
  return { route, by: 'serve-api', about, may };
}

/** One that is recorded, or makes something be recorded. */
export function take<const Route extends string, const Of extends About>(
  route: Route,
  about: Of,
  may: readonly Role[],
): Operation<Route, 'take-acts', Of> {
  return { route, by: 'take-acts', about, may };
}

/** The parts of a path that stand for something: `key` of `GET /cases/{key}`. */
export type PartsOf<Route extends string> = Route extends `${string}{${infer Part}}${infer Rest}`
  ? Part | PartsOf<Rest>
  : never;
