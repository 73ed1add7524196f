import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import { ask } from '../../data/client.ts';
import { mayAsk, useMe } from '../../data/use-me.ts';
import { type Hunt, huntFor } from './hunt.ts';
import type { TermFound } from './hunt-report.ts';

const typedMs = 400;
/** The API takes so many characters at once. */
const mostChars = 20_000;

export interface Answered {
  readonly terms: readonly TermFound[] | undefined;
  readonly cases: readonly CaseEntry[];
  readonly state: 'none' | 'asking' | 'answered' | 'failed';
}

/** Asks the API for the numbers that somebody looks for: closed cases, former numbers and buyers' references are in no list. */
export function useHunt(text: string): Answered {
  const me = useMe();
  const asked = askedFor(huntFor(useSettled(text)));
  const isAsked = askedFor(huntFor(text)) === asked;
  const { data, error } = useQuery({
    queryKey: ['search', asked],
    enabled: asked !== '' && mayAsk(me, 'search'),
    staleTime: 30_000,
    queryFn: async ({ signal }) => (await ask('search', { body: { text: asked }, signal })).body?.terms ?? [],
  });
  const terms = asked !== '' && isAsked ? (data as readonly TermFound[] | undefined) : undefined;
  return { terms, cases: casesIn(terms), state: stateOf(text, terms, isAsked ? error : null) };
}

function stateOf(text: string, terms: readonly TermFound[] | undefined, error: Error | null): Answered['state'] {
  if (huntFor(text).kind !== 'numbers') {
    return 'none';
  }
  if (terms) {
    return 'answered';
  }
  return error ? 'failed' : 'asking';
}

function askedFor(hunt: Hunt): string {
  return hunt.kind === 'numbers'
    ? hunt.terms
        .map(({ text }) => text)
        .join('\n')
        .slice(0, mostChars)
    : '';
}

const noCases: readonly CaseEntry[] = [];
const known = new WeakMap<readonly TermFound[], readonly CaseEntry[]>();

function casesIn(terms: readonly TermFound[] | undefined): readonly CaseEntry[] {
  if (!terms) {
    return noCases;
  }
  const cases = known.get(terms) ?? terms.flatMap(({ found }) => found.map(({ entry }) => entry).filter(isCase));
  known.set(terms, cases);
  return cases;
}

function isCase(entry: Entry): entry is CaseEntry {
  return entry.record === 'case';
}

/** What stays the same for a moment: nobody asks at every letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typedMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
