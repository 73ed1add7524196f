import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Unread } from '../source.ts';
import type { ReturnState } from './read-shape.ts';

const statuses: readonly (string | undefined | null)[] = ['REQUESTED', 'OPEN', 'CLOSED', 'DECLINED', 'CANCELED'];

/** The store's own word for where the return stands, and what it means; of one that is not known, the word alone. */
export function statusFacts({ status, closedAt }: ReturnState, at: Instant): CaseFact[] {
  if (!status) {
    return [];
  }
  const word: CaseFact = { fact: 'platform-status', at, status };
  const approved = { fact: 'decided', decision: 'approved', by: 'merchant', at } as const;
  switch (status) {
    case 'OPEN':
      return [
        word,
        approved,
        ...(closedAt ? [{ fact: 'closed', at: closedAt } as const] : []),
        { fact: 'reopened', at },
      ];
    case 'CLOSED':
      return [word, approved, { fact: 'closed', at: closedAt ?? at }];
    case 'DECLINED':
      return [word, { fact: 'decided', decision: 'declined', by: 'merchant', at }];
    case 'CANCELED':
      return [word, { fact: 'decided', decision: 'withdrawn', by: 'merchant', at }];
    default:
      return [word];
  }
}

/** A status that Shopify has not documented yet. */
export function unknownStatus({ status }: ReturnState): Unread[] {
  const isKnown = !status || statuses.includes(status);
  return isKnown ? [] : [{ path: 'content.status', expected: 'is no status that Backhaul knows' }];
}
