import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStepFunctionsTimers } from '#shared/aws/step-functions-timers.ts';
import type { RecordStrike } from '#shared/clocks/ports.ts';
import { instantOf } from '#shared/returns/record/instant.ts';

const stepFunctions = mockClient(SFNClient);
const timers = openStepFunctionsTimers(new SFNClient({}), 'arn:timer');

const strike: RecordStrike = {
  record: { caseKey: 'own:s:C1' },
  deadlineId: 'refund-1',
  strike: { phase: 'due', count: 0, at: instantOf(Date.UTC(2026, 10, 30, 8)) },
};

beforeEach(() => stepFunctions.reset());

describe('openStepFunctionsTimers', () => {
  it('starts an execution by its name', async () => {
    stepFunctions.on(StartExecutionCommand).resolves({});

    expect(await timers.start(strike)).toBe('started');
    expect(stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:timer',
      name: 'refund-1-due-0-tpb280',
      input: JSON.stringify({ pk: 'CASE#own:s:C1', caseKey: 'own:s:C1', deadlineId: 'refund-1', at: strike.strike.at }),
    });
  });

  it('answers already-started where the strike has its clock', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));

    expect(await timers.start(strike)).toBe('already-started');
  });

  it('throws when Step Functions cannot be reached', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new Error('unreachable'));

    await expect(timers.start(strike)).rejects.toThrow('unreachable');
  });
});
