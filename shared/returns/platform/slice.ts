import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import { slice } from '../record/slice.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import { platformFacts, type StoreDisposition } from './facts.ts';
import { platformStory } from './story.ts';

/** The store that the case comes from. */
export interface PlatformPart {
  readonly platformStatus?: { readonly status: string; readonly at: Instant };
  /** Changes that no webhook told of, by the store's own times. */
  readonly missedWebhooks: readonly Instant[];
  readonly storeDispositions: readonly StoreDisposition[];
}

type Own = readonly Statement<FactOf<typeof platformFacts>>[];

export const platform = slice({
  facts: platformFacts,
  fold: (statements): PlatformPart => {
    const status = factsNamed(statements, 'platform-status').at(-1);
    return {
      ...(status && { platformStatus: { status: status.fact.status, at: status.at } }),
      missedWebhooks: [...new Set(timesOf(statements, 'webhook-missed'))],
      storeDispositions: factsNamed(statements, 'store-disposition').at(-1)?.fact.dispositions ?? [],
    };
  },
  notes: (_record, statements) => behindNotes(statements),
  story: platformStory,
});

/** The store hinted at a change that it has not shown since: what is recorded may be out of date. */
function behindNotes(statements: Own): Note[] {
  const hintedAt = timesOf(statements, 'store-behind').at(-1);
  const shownAt = timesOf(statements, 'platform-status').at(-1);
  return hintedAt && !(shownAt && shownAt >= hintedAt) ? [{ code: 'store-behind', detail: hintedAt }] : [];
}

/** By the store's own word, the earliest first. */
function timesOf(statements: Own, name: keyof typeof platformFacts): Instant[] {
  return factsNamed(statements, name)
    .map(({ claimedAt }) => claimedAt)
    .sort();
}
