import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { deadlineTimerDefinition } from '../../infra/state-machines/deadline-timer-definition.ts';
import { ofType, synthesize } from './synthesize.ts';
import { walkDefinition } from './walk-definition.ts';

const definition = deadlineTimerDefinition({
  partition: 'aws',
  tableName: 'records',
  strikesUrl: 'https://sqs/strikes',
});

describe('deadlineTimerDefinition', () => {
  it.each([
    ['tells the strike of an open deadline', true, ['WaitForStrike', 'Look', 'Tell']],
    ['tells none of one that is met, moved or gone', false, ['WaitForStrike', 'Look', 'NothingToTell']],
  ])('%s, in 4 transitions', (_, isOpen, states) => {
    const { entered, transitions } = walkDefinition(definition, { isOpen });
    expect(entered).toEqual(states);
    expect(transitions).toBe(4);
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
    expect(definition.States.Look?.Arguments).toMatchObject({
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
