import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { quietKinds } from '#shared/returns/deadlines/kinds.ts';
import { caseKey, createNarrator, saidOfCase, typesOf } from '../said.ts';
import { measuring, requested, wrote } from './kind-table.ts';

const only = (kinds: readonly string[]) => ({
  ...measuring,
  measured: measuring.measured.filter(({ need }) => kinds.includes(need)),
});
const rules = only(['messages']);

function tick(kind: string, said: readonly CaseObservation[], minutes: number): CaseObservation {
  const { id = '' } =
    Object.values(foldCase(caseKey, said, [], rules).deadlines).find((each) => each.kind === kind) ?? {};
  return saidOfCase(minutes, { fact: 'tick', deadlineId: id, phase: 'due', count: 0 });
}

describe('a quiet kind', () => {
  it('is one of these', () => {
    expect(quietKinds).toEqual(['greeting', 'takeover', 'first-response', 'solution', 'arrival', 'write-up', 'snooze']);
  });

  it('tells neither that it opened nor that it was met', () => {
    const { hear } = createNarrator([], rules);
    const opened = hear(requested());
    const met = hear(requested(), wrote(0.25, 'bot'), wrote(2, 'person'));

    expect(
      [opened, met].map((changes) => changes.map(({ type, data }) => [type, 'kind' in data && data.kind])),
    ).toEqual([[['Case Opened', false]], []]);
  });

  it('tells that it was missed, and takes that back', () => {
    const { hear } = createNarrator([], rules);
    const greeted = [requested(), wrote(0.25, 'bot')];
    const late = [...greeted, tick('takeover', greeted, 5)];
    hear(...greeted);
    const missed = hear(...late);
    const mended = hear(...late, wrote(3, 'person'));

    expect(typesOf(missed, 'Deadline')).toEqual(['Deadline Missed']);
    expect(typesOf(mended, 'Deadline')).toEqual(['Deadline Breach Withdrawn']);
  });
});
