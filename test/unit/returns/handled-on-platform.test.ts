import { describe, expect, it } from 'vitest';
import type { Act, NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { Deed, Work } from '#shared/returns/work/part.ts';
import { randomFrom, shuffle } from '../../memory/random.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, details, refund, saidOfCase } from './said.ts';

/** Done at this minute. */
const done = 30;

function did(deed: Deed, at = done): NumberedAct {
  const act: Act = { act: 'handled-on-platform', did: deed, by: { person: 'ann', groups: ['agent'] }, at: minute(at) };
  return { n: at, act };
}

function stateOf(acts: readonly NumberedAct[], ...observations: readonly CaseObservation[]): unknown {
  const opened = saidOfCase(0, { fact: 'requested' });
  const all = [opened, details({ kind: 'return', refund: { amount: 1000, currency: 'CNY' } }), ...observations];
  const work: Work | undefined = foldCase(caseKey, all, acts, testRules).work;
  return work?.handled?.state;
}

const decided = (minutes: number, decision: 'approved' | 'declined' | 'withdrawn' | 'expired') =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'merchant' });
const replaced = (minutes: number) => saidOfCase(minutes, { fact: 'replacement-shipped' });
const disputed = (minutes: number) => saidOfCase(minutes, { fact: 'disputed', disputeId: 'D1' });
const judged = (minutes: number) => saidOfCase(minutes, { fact: 'dispute-closed', disputeId: 'D1' });
const failed = (minutes: number): CaseObservation => {
  const [fact] = refund(minutes, 'F9', 1000).facts as [CaseFact];
  return { ...refund(minutes, 'F9', 1000), facts: [{ ...fact, outcome: 'failed' } as CaseFact] };
};

describe('what somebody did at the store', () => {
  it.each<[Deed, string, readonly CaseObservation[]]>([
    ['approved', 'the store says so later', [decided(31, 'approved')]],
    ['approved', 'the store said so just before, and nothing since', [decided(29, 'approved')]],
    [
      'approved',
      'it was confirmed, and the buyer withdrew afterwards',
      [decided(31, 'approved'), decided(40, 'withdrawn')],
    ],
    ['declined', 'the store says so later', [decided(31, 'declined')]],
    ['refunded', 'a refund went through later', [refund(31, 'F1', 1000)]],
    ['refunded', 'all that is owed was paid just before', [refund(29, 'F1', 1000)]],
    ['refunded', 'a try failed and the next went through', [failed(31), refund(32, 'F1', 1000)]],
    ['replacement-sent', 'the store says so later', [replaced(31)]],
    ['evidence-sent', 'the dispute is judged', [disputed(5), judged(31)]],
  ])('%s: is confirmed once %s', (deed, _what, said) => {
    expect(stateOf([did(deed)], ...said)).toBe('confirmed');
  });

  it.each<[Deed, string, readonly CaseObservation[]]>([
    ['approved', 'says that it was declined', [decided(31, 'declined')]],
    ['declined', 'says that it was approved', [decided(31, 'approved')]],
    ['refunded', 'says that the refund failed', [failed(31)]],
    ['refunded', 'says that the request was declined', [decided(31, 'declined')]],
    ['replacement-sent', 'says that the request expired', [decided(31, 'expired')]],
  ])('%s: differs once the store %s', (deed, _what, said) => {
    expect(stateOf([did(deed)], ...said)).toBe('differs');
  });

  it.each<[Deed, string, readonly CaseObservation[]]>([
    ['approved', 'nothing was said', []],
    ['declined', 'only something from before is known', [decided(20, 'approved')]],
    ['refunded', 'only a part was paid before', [refund(20, 'F1', 300)]],
    ['refunded', 'something else is said', [saidOfCase(31, { fact: 'platform-status', status: 'OPEN' })]],
    ['evidence-sent', 'the dispute goes on', [disputed(31)]],
  ])('%s: is awaited while %s', (deed, _what, said) => {
    expect(stateOf([did(deed)], ...said)).toBe('awaited');
  });

  it('counts a word as later by our receipt: a store dates it by when it was done', () => {
    const late = { ...decided(29, 'declined'), receivedAt: minute(31) };
    expect(stateOf([did('approved')], late)).toBe('differs');
  });

  it('is looked at anew with what was done last', () => {
    const said = decided(31, 'declined');

    expect(stateOf([did('approved'), did('declined', 35)], said)).toBe('confirmed');
    expect(stateOf([did('approved'), did('approved', 35)], said)).toBe('awaited');
  });

  it('is the same in whatever order the words of the store are heard', () => {
    const words = [failed(31), decided(20, 'approved'), refund(33, 'F1', 400), decided(40, 'declined')];
    for (let seed = 0; seed < 24; seed += 1) {
      expect(stateOf([did('refunded')], ...shuffle(words, randomFrom(seed)))).toBe('confirmed');
    }
  });
});
