import { describe, expect, it } from 'vitest';
import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { joinHints } from '#shared/reading/join-hints.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';

const at = (second: number): Instant => instantOf(Date.UTC(2026, 0, 15, 8, 0, second));
const hintOf = (changes: Partial<ReadHint> = {}): ReadHint => ({
  source: 'shopify',
  channel: 'acme-goods',
  shop: 'acme-goods.myshopify.com',
  caseId: '880001',
  at: at(0),
  attempt: 0,
  behind: 0,
  ...changes,
});

describe('joinHints', () => {
  it('leaves one hint as it is', () => {
    expect(joinHints([hintOf({ attempt: 3, missed: true })])).toEqual(hintOf({ attempt: 3, missed: true }));
  });

  it('makes one of three, of the latest change', () => {
    expect(joinHints([hintOf(), hintOf({ at: at(7), attempt: 2 }), hintOf({ at: at(3) })])).toEqual(
      hintOf({ at: at(7), attempt: 2 }),
    );
  });

  it('prefers a time that the sender named to that of a receipt, which a store cannot be held to', () => {
    const exact = hintOf({ at: at(1) });
    const receipt = hintOf({ at: at(9), atReceipt: true });

    expect(joinHints([exact, receipt])).toEqual(exact);
    expect(joinHints([receipt, exact])).toEqual(exact);
  });

  it.each([
    ['all', [true, true], true],
    ['not all', [true, undefined], undefined],
    ['not all, the other way round', [undefined, true], undefined],
  ] as const)('says that a change was missed when %s of the hints say so', (_, [one, two], expected) => {
    const joined = joinHints([
      hintOf({ ...(one && { missed: one }) }),
      hintOf({ at: at(1), ...(two && { missed: two }) }),
    ]);

    expect(joined.missed).toBe(expected);
  });
});
