import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { chinaTime } from '../china-time.ts';
import type { Push, Row } from './push.ts';
import { stageOf } from './stages.ts';

type Move = Extract<ParcelFact, { readonly fact: 'route' }>['moves'][number];

export type Moves =
  | { readonly ok: true; readonly moves: readonly Move[] }
  | { readonly ok: false; readonly reason: string };

/** A record holds no more of one parcel. */
const mostRows = 200;

/**
 * The rows as moves, the newest first. One with a code that nobody has described, or without a time, is left out; where it is the newest, where the
 * parcel is now would be a guess, so nothing is said.
 */
export function movesOf({ data, state }: Push['lastResult']): Moves {
  const [newest, ...older] = (data ?? []).slice(0, mostRows);
  if (!newest) {
    return { ok: true, moves: [] };
  }
  const at = timeOf(newest);
  if (!at) {
    return { ok: false, reason: 'lastResult.data.0.ftime: must be a time as yyyy-MM-dd HH:mm:ss' };
  }
  const raw = codeOf(newest) ?? textOf(state);
  const stage = stageOf(raw ?? '');
  if (!raw || !stage) {
    return { ok: false, reason: 'lastResult.data.0.statusCode or lastResult.state: is no code that Backhaul knows' };
  }
  return { ok: true, moves: [{ stage, at, raw }, ...older.flatMap(moveOf)] };
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
