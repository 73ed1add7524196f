import type { FactOf } from '../record/fact.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows, type Nothing } from '../record/story.ts';
import type { platformFacts, StoreDisposition } from './facts.ts';

type Fact = FactOf<typeof platformFacts>;

export interface PlatformLines {
  readonly 'platform-status': { readonly status: string };
  readonly 'webhook-missed': Nothing;
  readonly 'store-behind': Nothing;
  readonly 'store-disposition': { readonly dispositions: readonly StoreDisposition[] };
}

/** How the case stands in the store, by the store's own words, and how well the store tells us. */
export function platformStory(statements: readonly Statement<Fact>[]): LineOf<PlatformLines>[] {
  return linesByRows<Fact, PlatformLines>(statements, {
    'platform-status': { values: ({ status }) => ({ status }) },
    'webhook-missed': { about: ({ claimedAt }) => claimedAt, values: () => ({}) },
    'store-behind': { about: ({ claimedAt }) => claimedAt, values: () => ({}) },
    'store-disposition': { values: ({ dispositions }) => ({ dispositions }) },
  });
}
