/**
 * Regression: two servers of one store had clocks an hour apart. The store numbers its words: *withdrawn* was version 1 (at 11:00, by the
 * fast clock), *approved* was version 2 (at 10:00). The record goes by the version: approved. The timeline was a fold of its own, in the
 * order of the senders' times, and ended with *Withdrew the request*: two truths about one case. The story is told from the statements of
 * the record, in their order. It was the same with numbers: the timeline had its own reckoning of which one stands.
 */
import { describe, expect, it } from 'vitest';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { type StoryLine, storyOf } from '#shared/returns/case/story.ts';
import type { Told } from '#shared/returns/record/change.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';

const caseKey = 'test:a:C1';
const approved = { fact: 'decided', decision: 'approved', by: 'merchant' } as const;
const declined = { fact: 'decided', decision: 'declined', by: 'merchant' } as const;

/** Each fact a delivery of its own, an hour after what was said before it. */
function hear(...facts: readonly CaseFact[]): CaseObservation[] {
  return facts.map((fact, index) => ({
    id: `o${index}`,
    from: 'test/shop-a',
    receivedAt: minute(600 + 60 * index),
    facts: [fact],
  }));
}

function storyFrom(observations: readonly CaseObservation[], told: Told = {}) {
  const snapshot = foldCase(caseKey, observations, [], testRules);
  return { snapshot, story: storyOf({ snapshot, told, observations, acts: [], parcels: [] }) };
}

const codesOf = (story: readonly StoryLine[]) => story.map(({ code }) => code);

/** Those lines; a kind of clock that a decision opens has lines, too. */
function decisionsIn(story: ReturnType<typeof storyFrom>['story']) {
  return story.filter(({ code }) => code === 'decided');
}

describe('storyOf', () => {
  it('ends with the decision of the record where a version contradicts a time', () => {
    const { snapshot, story } = storyFrom(
      hear(
        { fact: 'decided', decision: 'withdrawn', by: 'buyer', version: 1, at: minute(120) },
        { ...approved, version: 2, at: minute(60) },
      ),
    );

    expect(snapshot.decision.value).toBe('approved');
    expect(decisionsIn(story)).toMatchObject([
      { code: 'decided', values: { decision: 'withdrawn' }, at: minute(120), by: { role: 'buyer' } },
      { code: 'decided', values: { decision: 'approved' }, at: minute(60), by: { role: 'merchant' } },
    ]);
  });

  it('ends with the decision that goes before another of the same moment', () => {
    const { snapshot, story } = storyFrom([
      { id: 'a', from: 'test/shop-a', receivedAt: minute(600), facts: [{ ...declined, at: minute(60) }] },
      { id: 'b', from: 'test/shop-a', receivedAt: minute(600), facts: [{ ...approved, at: minute(60) }] },
    ]);

    expect(snapshot.decision.value).toBe('declined');
    expect(decisionsIn(story).at(-1)).toMatchObject({ values: { decision: 'declined' } });
  });

  it('A2: tells of each replacement once, though every reading of the store names all of them', () => {
    const sent = ['R1', 'R2'].map(
      (trackingNumber) => ({ fact: 'replacement-shipped', trackingNumber, at: minute(60) }) as const,
    );
    const readings = [600, 660, 720].map((minutes) => ({
      id: `o${minutes}`,
      from: 'test/shop-a',
      receivedAt: minute(minutes),
      facts: sent,
    }));
    const lines = storyFrom(readings).story.filter(({ code }) => code === 'replacement-shipped');

    expect(lines.map(({ values }) => values)).toEqual([{ trackingNumber: 'R1' }, { trackingNumber: 'R2' }]);
  });

  it('takes a number away that its sender left out, though another sender named it since', () => {
    const word = (origin: string, numbers: readonly string[], hours: number, whole = false): CaseFact => ({
      fact: 'tracking',
      origin,
      numbers: numbers.map((number) => ({ number })),
      whole,
      at: minute(60 * hours),
    });
    const { snapshot, story } = storyFrom(
      hear(
        word('buyer', ['PA01'], 1, true),
        word('buyer', [], 2, true),
        word('store', ['PA01'], 3),
        word('buyer', [], 4, true),
      ),
    );

    expect(snapshot.parcels).toMatchObject([{ number: 'PA01', stands: false }]);
    expect(story.at(-1)).toMatchObject({ code: 'tracking', values: { added: [], gone: ['PA01'] } });
  });

  it('tells of a reopening only where the record is open again by it', () => {
    const reopened = { fact: 'reopened', at: minute(180) } as const;
    const observations = hear({ ...declined, at: minute(60) }, reopened);
    const byAnother = observations.map((each, index) => (index === 1 ? { ...each, from: 'test/shop-b' } : each));

    expect(codesOf(storyFrom(observations).story)).toEqual(['decided', 'reopened']);
    expect(storyFrom(observations).snapshot.decision.value).toBe('new');
    expect(codesOf(storyFrom(byAnother).story)).toEqual(['decided']);
    expect(storyFrom(byAnother).snapshot.decision.value).toBe('declined');
  });

  it('tells a payment again where its sender says another sum of it', () => {
    const paid = (amount: number, hours: number): CaseFact => ({
      fact: 'refund',
      refundId: 'F1',
      kind: 'goods-refund',
      amount: { amount, currency: 'CNY' },
      outcome: 'done',
      by: 'merchant',
      at: minute(60 * hours),
    });
    const { snapshot, story } = storyFrom(hear(paid(100, 1), paid(100, 2), paid(90, 3)));

    expect(snapshot.money.actions).toMatchObject([{ amount: { amount: 90 } }]);
    expect(story.map(({ values }) => values)).toMatchObject([{ amount: { amount: 100 } }, { amount: { amount: 90 } }]);
  });

  it('tells a decision again where another party is said to have taken it', () => {
    const { snapshot, story } = storyFrom(
      hear(
        { ...approved, at: minute(60) },
        { ...approved, by: 'platform', at: minute(120) },
        { ...approved, by: 'platform', at: minute(180) },
      ),
    );

    expect(snapshot.decision.by).toBe('platform');
    expect(decisionsIn(story).map(({ by }) => by)).toEqual([{ role: 'merchant' }, { role: 'platform' }]);
  });

  it('tells a reminder that came together with the due time before it', () => {
    const due = hear({ fact: 'platform-deadline', kind: 'refund', due: minute(700), at: minute(60) });
    const [id = ''] = Object.keys(storyFrom(due).snapshot.deadlines);
    const tick = (observation: string, phase: 'reminder' | 'due'): CaseObservation => ({
      id: observation,
      from: 'backhaul',
      receivedAt: minute(720),
      facts: [{ fact: 'tick', deadlineId: id, phase, count: 0, at: minute(720) }],
    });
    const told = { [`approaching/${id}`]: { times: 1, hash: 'told' } };

    expect(codesOf(storyFrom([...due, tick('a', 'due'), tick('b', 'reminder')], told).story)).toEqual([
      'platform-deadline',
      'deadline-opened',
      'deadline-reminder',
      'deadline-missed',
    ]);
  });

  it('counts what is said twice as heard when it was first heard', () => {
    const twice = [700, 650].map((minutes, index) => ({
      id: `o${index}`,
      from: 'test/shop-a',
      receivedAt: minute(minutes),
      facts: [{ ...approved, at: minute(60) }],
    }));

    expect(decisionsIn(storyFrom(twice).story)).toMatchObject([{ receivedAt: minute(650) }]);
  });
});
