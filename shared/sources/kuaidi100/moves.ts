import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { chinaTime } from '../china-time.ts';
import { isReadInPart, isUnread, noCode } from '../observed.ts';
import type { Unread } from '../source.ts';
import type { Push, Row } from './push.ts';
import { stageOf } from './stages.ts';

type Move = Extract<ParcelFact, { readonly fact: 'route' }>['moves'][number];

export interface Moves {
  readonly moves: readonly Move[];
  /** There are no rows: the move is of the snapshot's state. */
  readonly byState?: true;
  /** Rows that could not be read, and codes, the snapshot's own among them, that nobody has described. */
  readonly unread: readonly Unread[];
}

/** A record holds no more of one parcel. */
const mostRows = 200;

/**
 * The rows as moves, the newest first. One with a code that nobody has described, or without a time, is left out; the newest one goes by the snapshot's
 * `state` where its own code says nothing, unless that row could not be read: the state is no other row's.
 *
 * @param broken - Members of the push that could not be read; `data` is without them.
 * @param receivedAt - When we got it: a snapshot without rows tells no time.
 */
export function movesOf({ data, state }: Push['lastResult'], broken: readonly Unread[], receivedAt: Instant): Moves {
  const whole = isUnread(broken, 'lastResult.data.0') ? undefined : textOf(state);
  const read = (data ?? []).slice(0, mostRows).map((row, index) => readRow(row, index === 0 ? whole : undefined));
  const faults = read.flatMap(({ fault }, index) =>
    fault ? [{ ...fault, path: `lastResult.data.${index}.${fault.path}` }] : [],
  );
  const unread = isUnknown(textOf(state)) ? [...faults, { path: 'lastResult.state', expected: noCode }] : faults;
  const hasRows = read.length > 0 || isReadInPart(broken, 'lastResult.data');
  const moves = hasRows ? read.flatMap(({ move }) => move ?? []) : byStateAlone(textOf(state), receivedAt);
  const isByState = !hasRows && moves.length > 0;
  return { moves: directed(moves, knownStage(whole)), ...(isByState && { byState: true }), unread };
}

/** That nobody took it, or that it went back, needs no row. Any other state is what Kuaidi100 says of a number, too, that it has not found yet. */
function byStateAlone(state: string | undefined, at: Instant): Move[] {
  const stage = knownStage(state);
  return state && (stage === sentBack || stage === 'refused') ? [{ stage, at, raw: state }] : [];
}

const sentBack = 'returned-to-sender';

/**
 * A snapshot that says as a whole that the parcel went back, and has no row that says so: it did by the newest one. Whom a later signature is of, the record
 * works out: of goods that went out it is ours.
 *
 * @param whole - What the snapshot says of the parcel as a whole.
 */
function directed(moves: readonly Move[], whole: Move['stage'] | undefined): Move[] {
  const [newest, ...others] = moves;
  if (!newest || whole !== sentBack || moves.some(({ stage }) => stage === sentBack)) {
    return [...moves];
  }
  const { stage: _stage, ...turned } = newest;
  return [newest, { ...turned, stage: sentBack }, ...others];
}

interface RowRead {
  readonly move?: Move;
  readonly fault?: Unread;
}

/**
 * A row without a code says only that the parcel was somewhere.
 * @param whole - Of the newest row: the snapshot's own state, which counts where the row's code says nothing.
 */
function readRow(row: Row, whole: string | undefined): RowRead {
  const at = timeOf(row);
  if (!at) {
    return { fault: { path: 'ftime', expected: 'must be a time as yyyy-MM-dd HH:mm:ss' } };
  }
  const own = textOf(row.statusCode);
  // The snapshot's own state goes before a mere word.
  const raw = own ?? whole ?? wordOf(row);
  const stage = raw === undefined ? 'in-transit' : (knownStage(raw) ?? knownStage(whole));
  return {
    ...(stage && { move: { stage, at, ...(raw && { raw }) } }),
    ...(isUnknown(own) && { fault: { path: 'statusCode', expected: noCode } }),
  };
}

function knownStage(code: string | undefined): Move['stage'] | undefined {
  return code === undefined ? undefined : stageOf(code);
}

function isUnknown(code: string | undefined): boolean {
  return code !== undefined && stageOf(code) === undefined;
}

/** A word that nobody knows says no more than that the parcel was somewhere. */
function wordOf({ status }: Row): string | undefined {
  return status && stageOf(status) ? status : undefined;
}

function timeOf({ ftime, time }: Row): Instant | undefined {
  return chinaTime(ftime ?? '') ?? chinaTime(time ?? '');
}

function textOf(code: Row['statusCode']): string | undefined {
  return code === '' ? undefined : code?.toString();
}
