import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { chinaTime } from '../china-time.ts';
import type { Push, Row } from './push.ts';
import { stageOf } from './stages.ts';

type Move = Extract<ParcelFact, { readonly fact: 'route' }>['moves'][number];

export interface Moves {
  readonly moves: readonly Move[];
  /** Why where the parcel is now would be a guess: what is wrong with the newest row. */
  readonly fault?: string;
}

/** A record holds no more of one parcel. */
const mostRows = 200;

/**
 * The rows as moves, the newest first. One with a code that nobody has described, or without a time, is left out; the newest one goes by the snapshot's
 * `state` where its own code says nothing. A parcel that is signed for after it was sent back came to its sender, and not to us.
 */
export function movesOf({ data, state }: Push['lastResult']): Moves {
  const [newest, ...rows] = (data ?? []).slice(0, mostRows);
  const older = rows.flatMap(moveOf);
  if (!newest) {
    return { moves: [] };
  }
  const at = timeOf(newest);
  if (!at) {
    return { moves: older, fault: 'lastResult.data.0.ftime: must be a time as yyyy-MM-dd HH:mm:ss' };
  }
  const known = [codeOf(newest), textOf(state)].filter((code) => code !== undefined);
  const stage = known.map(stageOf).find((each) => each !== undefined);
  if (!stage) {
    return { moves: older, fault: 'lastResult.data.0.statusCode or lastResult.state: is no code that Backhaul knows' };
  }
  const [raw] = known;
  return { moves: directed([{ stage, at, ...(raw && { raw }) }, ...older], stageOf(textOf(state) ?? '')) };
}

const sentBack = 'returned-to-sender';

/** @param whole - What the snapshot says of the parcel as a whole. */
function directed(moves: readonly Move[], whole: Move['stage'] | undefined): Move[] {
  return moves.map((move, index) => {
    const wentBack =
      (index === 0 && whole === sentBack) || moves.slice(index + 1).some(({ stage }) => stage === sentBack);
    return move.stage === 'delivered' && wentBack ? { ...move, stage: sentBack } : move;
  });
}

/** An older row without a code says only that the parcel was somewhere. */
function moveOf(row: Row): readonly Move[] {
  const at = timeOf(row);
  const raw = codeOf(row);
  const stage = raw === undefined ? 'in-transit' : stageOf(raw);
  return at && stage ? [{ stage, at, ...(raw && { raw }) }] : [];
}

function timeOf({ ftime, time }: Row): Instant | undefined {
  return chinaTime(ftime ?? '') ?? chinaTime(time ?? '');
}

function codeOf({ statusCode }: Row): string | undefined {
  return textOf(statusCode);
}

function textOf(code: Row['statusCode']): string | undefined {
  return code === '' ? undefined : code?.toString();
}
