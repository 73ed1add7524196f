import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Timers } from '#shared/clocks/ports.ts';
import { executionInputOf, executionNameOf } from './strike-execution.ts';

/** Clocks as executions of one Step Functions state machine; Step Functions keeps a name for 90 days. */
export function openStepFunctionsTimers(client: SFNClient, stateMachineArn: string): Timers {
  return {
    async start(strike) {
      const name = executionNameOf(strike);
      const input = JSON.stringify(executionInputOf(strike));
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
        return 'started';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) {
          return 'already-started';
        }
        throw error;
      }
    },
  };
}
