import { describe, expect, it, vi } from 'vitest';
import { keysOpened, strayCases } from '../../simulation/lane-records.ts';
import { refusedSince } from '../../simulation/refused-calls.ts';
import { truthOf } from '../../simulators/doudian-case.ts';
import { caseId, shippedCase, start } from './compared-lane.ts';

describe('strayCases', () => {
  const shop = { caseIds: () => [caseId], truth: () => truthOf(shippedCase()) };
  const known = `doudian:4400123:${caseId}`;

  it('finds a case that no shop has', () => {
    const stray = 'doudian:4400123:6900000000000000000';

    expect(strayCases(new Set(), new Set([known, stray]), [shop])).toEqual([
      { about: 'Backhaul', what: `has a case ${stray} that no shop has` },
    ]);
  });

  it('finds a case in another shop than its own', () => {
    expect(strayCases(new Set(), new Set([`doudian:4400456:${caseId}`]), [shop])).toHaveLength(1);
  });

  it('leaves alone what was there before', () => {
    expect(strayCases(new Set(['doudian:4400123:1']), new Set([known, 'doudian:4400123:1']), [shop])).toEqual([]);
  });
});

describe('keysOpened', () => {
  it('lists each day from the one time to the other, and only Doudian’s', async () => {
    const listOpened = vi.fn(async (day: string) => [`doudian:4400123:${day}`, `shopify:acme:${day}`]);
    const keys = await keysOpened({ listings: { listOpened } }, start - 1, start + 1);

    expect([...keys]).toEqual(['doudian:4400123:2026-02-28', 'doudian:4400123:2026-03-01']);
  });
});

describe('refusedSince', () => {
  it('finds calls that were refused meanwhile', () => {
    expect(
      refusedSince({ 'warehouse north': 2, 'the carrier feed': 1 }, { 'warehouse north': 3, 'the carrier feed': 1 }),
    ).toEqual([{ about: 'warehouse north', what: 'refused 1 calls that it could make nothing of' }]);
  });
});
