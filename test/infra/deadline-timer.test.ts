import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { deadlineTimerDefinition } from '../../infra/timers/deadline-timer-definition.ts';
import { ofType, synthesize } from './synthesize.ts';
import { walkDefinition } from './walk-definition.ts';

const definition = deadlineTimerDefinition({ partition: 'aws', tableName: 'records', inboxUrl: 'https://sqs/inbox' });
const always = Number.POSITIVE_INFINITY;

describe('deadlineTimerDefinition', () => {
  it('costs 4 transitions when the deadline is met before the reminder', () => {
    const { entered, transitions } = walkDefinition(definition, { openFor: 0, escalations: 3 });
    expect(entered).toEqual(['WaitForReminder', 'LookBeforeReminder', 'Done']);
    expect(transitions).toBeLessThanOrEqual(4);
  });

  it('costs at most 8 when it is met after the reminder', () => {
    const { entered, transitions } = walkDefinition(definition, { openFor: 1, escalations: 3 });
    expect(entered).toContain('Remind');
    expect(entered).not.toContain('TellDue');
    expect(transitions).toBeLessThanOrEqual(8);
  });

  it('costs at most 9 to the breach', () => {
    const { entered, transitions } = walkDefinition(definition, { openFor: always, escalations: 0 });
    expect(entered.filter((state) => /Remind$|TellDue/.test(state))).toEqual(['Remind', 'TellDue']);
    expect(transitions).toBeLessThanOrEqual(9);
  });

  it.each([1, 2, 5, 24])('costs at most 4 for each of %i escalations, and sends that many', (escalations) => {
    const { entered, transitions } = walkDefinition(definition, { openFor: always, escalations });
    expect(entered.filter((state) => state === 'Escalate')).toHaveLength(escalations);
    expect(transitions).toBeLessThanOrEqual(9 + 4 * escalations);
  });

  it('stops escalating once the deadline is met', () => {
    const { entered } = walkDefinition(definition, { openFor: 4, escalations: 10 });
    expect(entered.filter((state) => state === 'Escalate')).toHaveLength(2);
    expect(entered.at(-1)).toBe('Done');
  });

  it('tries every call again on a fault, but never a look that found the deadline met', () => {
    for (const state of Object.values(definition.States).filter(({ Type }) => Type === 'Task')) {
      const retries = state.Retry as { ErrorEquals: string[]; MaxAttempts: number }[];
      expect(retries.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], MaxAttempts: 9 });
      expect(retries.slice(0, -1)).toEqual(
        state.Catch ? [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 0 }] : [],
      );
    }
  });

  it('reads one deadline of the snapshot consistently', () => {
    expect(definition.States.LookWhenDue?.Arguments).toMatchObject({
      ConsistentRead: true,
      ProjectionExpression: '#snapshot.#deadlines.#id',
      Key: { sk: { S: 'SNAPSHOT' } },
    });
  });
});

describe('DeadlineTimer', () => {
  it.each(['demo', 'lanyu'])('deploys the definition for %s in its own partition', (name) => {
    const [machine] = ofType(synthesize(readMerchant(name)).returns, 'AWS::StepFunctions::StateMachine');
    const text = JSON.stringify(machine?.[1].Properties.DefinitionString);
    expect(text).toContain('{"Ref":"AWS::Partition"},":states:::dynamodb:getItem');
    expect(machine?.[1].Properties.StateMachineType).toBe('STANDARD');
  });
});
