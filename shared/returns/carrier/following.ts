import type { Following, ParcelLink, ParcelRules } from '../parcel/parcel.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import { byTime, type Statement } from '../record/statement.ts';
import type { FollowRequest } from './events.ts';
import type { FollowAnsweredFact, FollowState, RouteFact } from './facts.ts';

/** All that decides whether a carrier feed follows a number, and what it is asked. */
export interface FollowBasis {
  readonly number: string;
  /** The latest route of all. */
  readonly route: Statement<RouteFact> | undefined;
  readonly answers: readonly Statement<FollowAnsweredFact>[];
  /** How often the number was asked for while it was another parcel's. */
  readonly roundsBefore: number;
  /** The open cases that wait for it here; empty once it arrived or where nobody knows whose it is. */
  readonly waiting: readonly ParcelLink[];
  /** By the latest word of a feed, of the cases, or of a carrier. */
  readonly carrier: string | undefined;
}

interface Stand {
  readonly state: Exclude<FollowState, 'asked'>;
  readonly since: Instant;
}

/**
 * Whether a feed follows the number, by its answers of the latest round and its latest route; and the request that should stand at the
 * feed now. A round ends when the feed gives up after it took the number; a refusal holds for the carrier and the warehouse
 * that were asked with.
 * @returns undefined while no feed has anything to do with it.
 */
export function followingOf(basis: FollowBasis, rules: ParcelRules): Following | undefined {
  const round = Math.max(basis.roundsBefore, ...basis.answers.map(({ fact }) => fact.round));
  const answers = basis.answers.filter(({ fact }) => fact.round === round).sort(byTime);
  const stand = standOf(basis.route, answers);
  const request = requestOf(basis, { round, answers, stand }, rules);
  if (!stand) {
    return request && { state: 'asked', round: request.round, request };
  }
  return { ...stand, round, ...(request && { request }) };
}

type Answers = readonly Statement<FollowAnsweredFact>[];

function standOf(route: FollowBasis['route'], answers: Answers): Stand | undefined {
  const [first] = answers;
  const accepted = answers.find(({ fact }) => fact.accepted);
  if (route?.fact.end === 'finished') {
    return { state: 'finished', since: route.receivedAt };
  }
  if (route && !route.fact.end) {
    return { state: 'followed', since: accepted?.at ?? route.receivedAt };
  }
  // What the feed gave up before it took the number was an earlier round.
  if (accepted && (!route || route.receivedAt <= accepted.at)) {
    return { state: 'followed', since: accepted.at };
  }
  return first && !accepted
    ? { state: 'refused', since: first.at }
    : route && { state: 'aborted', since: route.receivedAt };
}

interface Standing {
  readonly round: number;
  readonly answers: Answers;
  readonly stand: Stand | undefined;
}

function requestOf(basis: FollowBasis, standing: Standing, rules: ParcelRules): FollowRequest | undefined {
  const { number, waiting, carrier } = basis;
  const warehouseId = waiting.find((link) => link.warehouseId)?.warehouseId;
  const round = roundOf({ ...basis, warehouseId }, standing);
  if (!rules.follow || waiting.length === 0 || !round || round > basis.roundsBefore + rules.mostRounds) {
    return undefined;
  }
  const { stand } = standing;
  return {
    trackingNumber: number,
    ...(carrier && { carrier }),
    ...(warehouseId && { warehouseId }),
    round,
    ...(stand?.state === 'aborted' && { notBefore: addMillis(stand.since, rules.pauseAfterAbortMinutes * 60_000) }),
  };
}

interface AskedWith extends Pick<FollowBasis, 'route' | 'carrier'> {
  readonly warehouseId: string | undefined;
}

/** Of the request that should stand: undefined where there is nothing (more) to ask. */
function roundOf({ route, ...known }: AskedWith, { round, answers, stand }: Standing): number | undefined {
  switch (stand?.state) {
    case undefined:
    case 'aborted':
      return round + 1;
    case 'followed':
      // Once it tells of the number by itself, the feed goes by its own knowledge of the carrier.
      return route && !route.fact.end ? undefined : round;
    case 'refused':
      return isNewTo(answers, known, 'carrier') || isNewTo(answers, known, 'warehouseId') ? round + 1 : undefined;
    case 'finished':
      return undefined;
  }
}

function isNewTo(answers: Answers, known: Omit<AskedWith, 'route'>, name: 'carrier' | 'warehouseId'): boolean {
  return known[name] !== undefined && !answers.some(({ fact }) => fact[name] === known[name]);
}
