import { factsNamed, type Statement } from '../record/statement.ts';
import { isNews, type LineOf, type Memory, type Placed, placeOf, type Who } from '../record/story.ts';
import type { CarrierFact, Move, MovedFact, RouteFact } from './facts.ts';
import { movesOf } from './movement.ts';
import { latestRoutes, settledRoutes } from './route.ts';

export interface CarrierLines {
  readonly moved: { readonly number: string; readonly stage: Move['stage'] };
  readonly 'follow-accepted': { readonly number: string };
  readonly 'follow-refused': { readonly number: string; readonly reason?: string };
  readonly 'follow-aborted': { readonly number: string };
}

/** Each scan once, whoever tells it, and how the number was followed. */
export function carrierStory(statements: readonly Statement<CarrierFact>[], number: string): LineOf<CarrierLines>[] {
  const said: Memory = new Map();
  const routes = settledRoutes(factsNamed(statements, 'route'), factsNamed(statements, 'follow-answered'));
  const scans = [
    ...factsNamed(statements, 'moved').map(scanOf),
    ...latestRoutes(routes).flatMap((route) => scansOf(route, routes)),
  ];
  return [
    ...scans
      .filter(({ move }) => isNews(said, `${move.stage}/${move.at}`, ''))
      .map(({ move, placed }) => ({ ...placed, code: 'moved' as const, values: { number, stage: move.stage } })),
    ...routes.filter(({ fact }) => fact.end === 'aborted').map((route) => abortLine(route, number)),
    ...factsNamed(statements, 'follow-answered')
      .filter(({ fact }) => isNews(said, `follow/${fact.round}/${fact.accepted}`, ''))
      .map((answer) => answerLine(answer, number)),
  ];
}

/** A step by its sender's own time, which names it, and where it stands in the story. */
interface Scan {
  readonly move: Move;
  readonly placed: Placed;
}

function scanOf(statement: Statement<MovedFact>): Scan {
  const { fact, claimedAt, from } = statement;
  return { move: { ...fact, at: claimedAt }, placed: placeOf(statement, carrierOf(fact.carrier, from)) };
}

/** A feed says all that it knows each time; a move counts as heard when the feed first told it. */
function scansOf(route: Statement<RouteFact>, all: readonly Statement<RouteFact>[]): Scan[] {
  const { from, fact } = route;
  const own = all.filter((each) => each.from === from);
  return fact.moves.map((move) => {
    const receipts = own.filter((each) =>
      each.fact.moves.some(({ stage, at }) => stage === move.stage && at === move.at),
    );
    const receivedAt = receipts.map((each) => each.receivedAt).sort()[0] ?? route.receivedAt;
    const at = movesOf({ fact: { ...fact, moves: [move] }, receivedAt })[0]?.at ?? move.at;
    return { move, placed: { at, order: at, receivedAt, by: carrierOf(fact.carrier, from) } };
  });
}

function carrierOf(carrier: string | undefined, channel: string): Who {
  return carrier ? { role: 'carrier', name: carrier } : { channel };
}

/** As of when we heard of it: the feed names no time at which it gave up. */
function abortLine({ receivedAt, from }: Statement<RouteFact>, number: string): LineOf<CarrierLines> {
  const placed = { at: receivedAt, order: receivedAt, receivedAt, by: { channel: from } };
  return { ...placed, code: 'follow-aborted', values: { number } };
}

type Answer = Statement<Extract<CarrierFact, { readonly fact: 'follow-answered' }>>;

function answerLine(answer: Answer, number: string): LineOf<CarrierLines> {
  const { accepted, reason } = answer.fact;
  return accepted
    ? { ...placeOf(answer), code: 'follow-accepted', values: { number } }
    : { ...placeOf(answer), code: 'follow-refused', values: { number, ...(reason && { reason }) } };
}
