import { describe, expect, it } from 'vitest';
import { baseToStore } from '#shared/policy/bases.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { calendarsIn, inForceAt, type PolicyItem, policyReadingOf, readRevisions } from '#shared/policy/revisions.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
import { caseKey, check, receipt, returnSentIn } from './said.ts';

/*
 * A record may be folded anew years after its clocks opened, by a release whose policy knows other holidays: no deadline of then may move by that. So a deployment's
 * policy is kept as it was, with its calendar as dates, and a clock goes by the one that was in force when it opened (ADR 026).
 */

const ofNextYear: Policy = {
  ...demoPolicy,
  revision: 'demo-2',
  deadlines: { ...demoPolicy.deadlines, 'exception-contact': { ...demoPolicy.deadlines.refund, dueAfterMinutes: 7 } },
  calendar: { ...demoPolicy.calendar, hours: { workday: ['12:00-13:00'], restday: [], holiday: [] } },
};

function instantFrom(text: string): Instant {
  return toInstant(text) as Instant;
}

/** What the table holds of policy after each of these was brought at its time. */
function itemsAfter(...brought: readonly (readonly [at: string, policy: Policy])[]): readonly PolicyItem[] {
  const items: PolicyItem[] = [];
  for (const [at, policy] of brought) {
    const stored = baseToStore(policy, items, instantFrom(at));
    items.push(...(stored ? [{ ...stored }] : []));
  }
  return items;
}

/** A case of which a check failed then: somebody of the team writes to the buyer within an hour of work. */
function failedAt(at: string): readonly CaseObservation[] {
  const time = instantFrom(at);
  const found = check(0, 2, 'failed') as Extract<GoodsFact, { fact: 'inspected' }>;
  const lines = found.lines.map((line) => ({ ...line, finding: 'worn' as const }));
  const facts = [receipt(0, 2), { ...found, lines }].map((fact) => ({ ...fact, at: time }));
  return [returnSentIn('PA01'), { id: 'test/wms/1', from: 'test/wms', receivedAt: time, facts }];
}

/** The deadlines of a case as a release folds it that brings this policy, over what the table holds. */
function deadlinesIn(observations: readonly CaseObservation[], items: readonly PolicyItem[], bundled: Policy) {
  const revisions = readRevisions(items, { ...policyReadingOf(testMerchant), bundled });
  const policy = inForceAt(revisions, instantFrom('2026-09-30T00:00:00Z'));
  return foldCase(caseKey, observations, [], caseRulesOf(policy, testMerchant, calendarsIn(revisions))).deadlines;
}

const firstRelease = ['2026-09-01T00:00:00Z', demoPolicy] as const;
const bothReleases = itemsAfter(firstRelease, ['2027-09-01T00:00:00Z', ofNextYear]);
const contactOf = (deadlines: ReturnType<typeof deadlinesIn>) =>
  Object.values(deadlines).find(({ kind }) => kind === 'exception-contact')?.dueAt;

describe('a record that is folded anew a year later', () => {
  // Half an hour before the team goes home on the eve of a holiday, on which it comes at ten.
  const record = failedAt('2026-09-30T21:30:00+08:00');

  it('has the deadlines that it had, though the release knows other hours and holidays', () => {
    const then = deadlinesIn(record, itemsAfter(firstRelease), demoPolicy);
    expect(contactOf(then)).toBe(instantFrom('2026-10-01T10:30:00+08:00'));
    expect(deadlinesIn(record, bothReleases, ofNextYear)).toEqual(then);
  });

  it('has a clock that opens by then go by the new calendar', () => {
    const later = failedAt('2027-10-08T21:30:00+08:00');
    expect(contactOf(deadlinesIn(later, bothReleases, ofNextYear))).toBe(instantFrom('2027-10-11T13:00:00+08:00'));
  });

  it('has a clock of before any calendar was kept run day and night, as it did', () => {
    const earlier = failedAt('2026-08-30T21:30:00+08:00');
    expect(contactOf(deadlinesIn(earlier, bothReleases, ofNextYear))).toBe(instantFrom('2026-08-30T22:30:00+08:00'));
  });
});
