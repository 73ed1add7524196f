import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/returns/attention/entry.ts';
import {
  type Listed,
  noRecords,
  type Records,
  withListed,
  withShown,
} from '../../../functions/serve-board/page/data/records.ts';
import { caseEntry, hours } from '../../memory/entries.ts';

const atMs = 1_000_000;
const told = (entries: readonly Entry[], whole = false): Listed =>
  ({ whole, entries, counts: [], cursor: `after ${entries.length}` }) as unknown as Listed;
const loaded = (...entries: readonly Entry[]): Records => withListed(noRecords, told(entries, true), atMs);
const idOf = (caseId: string) => `case test:a:${caseId}`;
const owned = { notes: 0, owner: { person: 'me', since: hours(0) } };
const claimed = { id: idOf('C1'), version: 2, work: owned };

describe('withListed', () => {
  it('has all that is listed whole, and nothing else', () => {
    const records = withListed(loaded(caseEntry('C1')), told([caseEntry('C2')], true), atMs + 5);
    expect([...records.entries.keys()]).toEqual([idOf('C2')]);
    expect(records).toMatchObject({ wholeAtMs: atMs + 5, cursor: 'after 1' });
  });

  it('adds what changed, and drops what is done', () => {
    const records = withListed(
      loaded(caseEntry('C1'), caseEntry('C2')),
      told([caseEntry('C2', { version: 2, isOpen: false }), caseEntry('C3')]),
      atMs,
    );
    expect([...records.entries.keys()]).toEqual([idOf('C1'), idOf('C3')]);
  });

  it.each([false, true])('keeps the higher version of two, where what is listed is whole: %s', (whole) => {
    const records = withListed(loaded(caseEntry('C1', { version: 3 })), told([caseEntry('C1')], whole), atMs);
    expect(records.entries.get(idOf('C1'))?.version).toBe(3);
  });
});

describe('withShown', () => {
  it('shows what an act answered before lists tell of it', () => {
    const records = withShown(loaded(caseEntry('C1')), claimed, atMs);
    expect(records.entries.get(idOf('C1'))).toMatchObject({ version: 2, work: owned, caseId: 'C1' });
    expect(records.awaited.get(idOf('C1'))).toMatchObject({ version: 2 });
  });

  it('keeps it while a list that lags tells of the version before', () => {
    const records = withListed(withShown(loaded(caseEntry('C1')), claimed, atMs), told([caseEntry('C1')], true), atMs);
    expect(records.entries.get(idOf('C1'))?.work).toEqual(owned);
    expect(records.awaited.size).toBe(1);
  });

  it('waits no more once a list has told of it, with all else that it says', () => {
    const shown = withShown(loaded(caseEntry('C1')), claimed, atMs);
    const records = withListed(shown, told([caseEntry('C1', { version: 2, headline: 'approved', work: owned })]), atMs);
    expect(records.entries.get(idOf('C1'))).toMatchObject({ headline: 'approved' });
    expect(records.awaited.size).toBe(0);
  });

  it('waits for two minutes at most', () => {
    const shown = withShown(loaded(caseEntry('C1')), claimed, atMs);
    expect(withListed(shown, told([]), atMs + 119_000).awaited.size).toBe(1);
    expect(withListed(shown, told([]), atMs + 120_000).awaited.size).toBe(0);
  });

  it('waits for nothing that left the list', () => {
    const shown = withShown(loaded(caseEntry('C1')), claimed, atMs);
    expect(withListed(shown, told([], true), atMs).awaited.size).toBe(0);
  });

  it('makes nothing of a record that no list shows, and goes back to no version before', () => {
    expect(withShown(noRecords, claimed, atMs)).toBe(noRecords);
    const later = loaded(caseEntry('C1', { version: 3 }));
    expect(withShown(later, claimed, atMs)).toBe(later);
  });

  it('takes a record on which nobody works any more for one without work', () => {
    const records = withShown(loaded(caseEntry('C1', { work: owned })), { id: idOf('C1'), version: 2 }, atMs);
    expect(records.entries.get(idOf('C1'))?.work).toEqual({ notes: 0 });
  });
});
