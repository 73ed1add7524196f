import type { Channel } from '#shared/merchant/merchant.ts';
import type { ReadHint } from '#shared/messages/inbox-message.ts';
import type { CaseTable, SightingTable } from '#shared/recording/ports.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { FindCredentials, StoreChange, StoreClient } from '#shared/sources/store-client.ts';
import { type Listing, listShop, windowOf } from './list-shop.ts';
import { type Found, isSilent, isStuck, nextCursor } from './next-cursor.ts';
import type { Cursor, CursorTable } from './ports.ts';

/** All that reconciling works with. */
export interface Reconciler {
  readonly credentials: FindCredentials;
  readonly cases: Pick<CaseTable, 'readSnapshot'>;
  readonly sightings: Pick<SightingTable, 'lastOf'>;
  readonly cursors: CursorTable;
  readonly hint: (hint: ReadHint) => Promise<void>;
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface Shop {
  readonly client: StoreClient;
  readonly channel: Channel;
  readonly shop: string;
}

/** What one run found at one shop: cases that changed, by what we knew of them. */
export interface Reconciled {
  /** `more`: the window has more than one run lists; the next goes on. */
  readonly outcome: 'listed' | 'more' | 'busy';
  readonly listed: number;
  readonly known: number;
  readonly hinted: number;
  /** Of those hinted: changes of which no webhook told, each counted by the first run that could see it. */
  readonly missed: number;
  /** One change after another comes without a webhook: they are switched off, or do not reach us. */
  readonly isSilent: boolean;
  /** For long, no run has come any further, as the shop is busy or out of reach. */
  readonly isStuck: boolean;
}

/** So many changes are looked up at a time: one after another, thousands would take longer than a function has. */
const atOnce = 10;
/** Stores keep whole seconds, and stamp a webhook and its change one after the other. */
const sameMomentMs = 2_000;

/**
 * Asks one shop what changed, and sends a hint for each case whose record does not show it yet. Windows overlap, so most of what is
 * listed is known. First all hints, then the cursor: a run that stops between does it again.
 * @throws where only a person can help, as the client does; and when a table or the queue cannot be reached.
 */
export async function reconcileShop(reconciler: Reconciler, { client, channel, shop }: Shop): Promise<Reconciled> {
  const { source, channel: name } = channel;
  const cursorName = `${source}/${name}/${shop}`;
  const now = reconciler.now();
  const cursor = await reconciler.cursors.readCursor(cursorName);
  const credentials = await reconciler.credentials({ source, channel: name, shop, signsCalls: client.signsCalls });
  const question = { channel, shop, credentials };
  const window = windowOf(cursor, now);
  const { sleep, now: clock } = reconciler;
  const listing = await listShop({ client, question, sleep, now: clock }, window);
  const progress = cursor ?? { until: window.from, since: now };
  const latest = latestOfEach(listing.changes);
  const found: Found[] = [];
  for (let at = 0; at < latest.length; at += atOnce) {
    const some = latest.slice(at, at + atOnce);
    const passed = some.map((change) => passOn(reconciler, { source, channel: name, shop, change, progress }));
    found.push(...(await Promise.all(passed)));
  }
  const next = nextCursor(progress, { listing, found, now });
  await reconciler.cursors.writeCursor(cursorName, next);
  return { ...countsOf(listing, found), isSilent: isSilent(next, found), isStuck: isStuck(next, now) };
}

/** The latest change of each case. */
function latestOfEach(changes: readonly StoreChange[]): readonly StoreChange[] {
  const byCase = new Map<string, StoreChange>();
  for (const change of changes) {
    const before = byCase.get(change.caseId);
    if (!before || before.at <= change.at) {
      byCase.set(change.caseId, change);
    }
  }
  return [...byCase.values()];
}

interface Listed {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  readonly change: StoreChange;
  readonly progress: Cursor;
}

async function passOn(reconciler: Reconciler, { change, progress, ...shop }: Listed): Promise<Found> {
  const { caseId, at } = change;
  const found = await compare(reconciler, change, { key: caseKeyOf({ ...shop, caseId }), progress });
  if (!found.isKnown) {
    const missed = found.isMissed ? { missed: true } : {};
    await reconciler.hint({ ...shop, caseId, at, attempt: 0, behind: 0, ...missed });
  }
  return found;
}

async function compare(
  { cases, sightings }: Reconciler,
  { at, hookAt = at }: StoreChange,
  { key, progress }: { readonly key: string; readonly progress: Cursor },
): Promise<Found> {
  const recordedAt = (await cases.readSnapshot(key))?.snapshot.platformStatus?.at;
  const toldAt = await sightings.lastOf(key);
  const dueAt = addMillis(hookAt, -sameMomentMs);
  const isKnown = recordedAt !== undefined && recordedAt >= at;
  const isTold = toldAt !== undefined && toldAt >= dueAt;
  const isRead = recordedAt !== undefined && recordedAt >= dueAt;
  return {
    hookAt,
    isKnown,
    isTold,
    isMissed: !isKnown && !isTold && !isRead && hookAt >= progress.since,
    isNew: at >= progress.until,
  };
}

function countsOf({ until, more }: Listing, found: readonly Found[]): Omit<Reconciled, 'isSilent' | 'isStuck'> {
  const known = found.filter(({ isKnown }) => isKnown).length;
  return {
    outcome: until === undefined ? 'busy' : more ? 'more' : 'listed',
    listed: found.length,
    known,
    hinted: found.length - known,
    missed: found.filter(({ isMissed, isNew }) => isMissed && isNew).length,
  };
}
