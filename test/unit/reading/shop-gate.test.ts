import { describe, expect, it } from 'vitest';
import { openShopGate } from '#shared/reading/shop-gate.ts';

const busy = (restMs: number) => ({ kind: 'busy', restMs }) as const;
const answered = (restMs: number) => ({ kind: 'answered', restMs }) as const;

/** Tells the gate of so many busy answers, each as soon as the shop may be called again. @returns the rest after each. */
function restsOf(count: number, gate = openShopGate()): number[] {
  let now = 0;
  return Array.from({ length: count }, () => {
    now += gate.waitMs('shop', now);
    gate.tell('shop', now, busy(1));
    return gate.waitMs('shop', now);
  });
}

describe('openShopGate', () => {
  it('lets a shop be called of which nothing is known', () => {
    expect(openShopGate().waitMs('shop', 0)).toBe(0);
  });

  it('rests a shop for as long as it asks, and no other', () => {
    const gate = openShopGate();
    gate.tell('shop', 1_000, answered(500));

    expect([gate.waitMs('shop', 1_200), gate.waitMs('shop', 1_500), gate.waitMs('other', 1_200)]).toEqual([300, 0, 0]);
  });

  it('rests longer from the third busy answer in a row on, five minutes at most', () => {
    const rests = restsOf(12);

    expect(rests).toEqual([1, 1, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000]);
  });

  it('begins anew once the shop answers', () => {
    const gate = openShopGate();
    restsOf(8, gate);
    gate.tell('shop', 1_000_000, answered(0));

    gate.tell('shop', 1_000_000, busy(1));
    expect(gate.waitMs('shop', 1_000_000)).toBe(1);
  });

  it('counts calls that were under way together as one', () => {
    const gate = openShopGate();
    for (let call = 0; call < 10; call += 1) {
      gate.tell('shop', call, busy(1_000));
    }

    expect(gate.waitMs('shop', 10)).toBe(999);
  });

  it('is not opened by an answer that was under way when another call was refused', () => {
    const gate = openShopGate();
    gate.tell('shop', 0, busy(5_000));
    gate.tell('shop', 10, answered(0));

    expect(gate.waitMs('shop', 10)).toBe(4_990);
  });
});
