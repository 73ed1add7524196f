import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStepFunctionsTimers } from '#shared/timers/step-functions-timers.ts';

const stepFunctions = mockClient(SFNClient);
const timers = openStepFunctionsTimers(new SFNClient({}), 'arn:timer');

beforeEach(() => stepFunctions.reset());

describe('openStepFunctionsTimers', () => {
  it('starts an execution by its name', async () => {
    stepFunctions.on(StartExecutionCommand).resolves({});

    expect(await timers.start('refund-1-due-0', '{"at":1}')).toBe('started');
    expect(stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:timer',
      name: 'refund-1-due-0',
      input: '{"at":1}',
    });
  });

  it('answers already-started where the strike has its clock', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));

    expect(await timers.start('refund-1-due-0', '{}')).toBe('already-started');
  });

  it('throws when Step Functions cannot be reached', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new Error('unreachable'));

    await expect(timers.start('refund-1-due-0', '{}')).rejects.toThrow('unreachable');
  });
});
