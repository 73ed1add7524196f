import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { isToldLate, speakerOf, speakersIn, told } from '../../../functions/serve-board/page/pages/case/speakers.ts';

const at = '2026-03-10T08:00:00.000Z' as Instant;
const entry = (by: string, text = by): TimelineEntry => ({ at, by, kind: 'moved', text });
const entries = [entry('store:standard/own-store'), entry('carrier:sf'), entry('carrier:yto'), entry('backhaul')];

describe('speakerOf', () => {
  it.each([
    ['merchant', { role: 'merchant' }],
    ['warehouse:east', { role: 'warehouse', name: 'east' }],
    ['store:standard/own-store', { role: 'store', name: 'own-store' }],
    ['person:a/b:c', { role: 'person', name: 'a/b:c' }],
    ['policy:demo-1', { role: 'policy', name: 'demo-1' }],
    ['toString', { role: 'system', name: 'toString' }],
  ])('knows %s', (by, speaker) => {
    expect(speakerOf(by)).toEqual(speaker);
  });
});

describe('speakersIn', () => {
  it('counts by role, whoever said most first', () => {
    expect(speakersIn(entries)).toEqual([
      { role: 'carrier', count: 2 },
      { role: 'store', count: 1 },
      { role: 'backhaul', count: 1 },
    ]);
  });
});

describe('told', () => {
  it('turns the order round', () => {
    expect(told(entries, { newestFirst: true, roles: new Set() })).toEqual(entries.toReversed());
  });

  it('keeps those of the chosen roles', () => {
    const shown = told(entries, { newestFirst: false, roles: new Set(['carrier', 'store']) });

    expect(shown.map(({ by }) => by)).toEqual(['store:standard/own-store', 'carrier:sf', 'carrier:yto']);
  });
});

describe('isToldLate', () => {
  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ['2026-03-10T08:59:00.000Z', false],
    ['2026-03-10T09:01:00.000Z', true],
  ])('heard at %s', (receivedAt, expected) => {
    expect(isToldLate({ at, ...(receivedAt !== undefined && { receivedAt: receivedAt as Instant }) })).toBe(expected);
  });
});
