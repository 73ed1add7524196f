import { SFNClient } from '@aws-sdk/client-sfn';
import { readEnv } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { readNotice } from '#shared/timers/execution-input.ts';
import { startTimer } from '#shared/timers/start-timer.ts';
import { openStepFunctionsTimers } from '#shared/timers/step-functions-timers.ts';

const env = readEnv(['deadlineTimerArn']);
const timers = openStepFunctionsTimers(new SFNClient({}), env.deadlineTimerArn);

/** Starts a clock for each deadline that was opened or moved. */
export const handler = queueHandler(async ({ body }) => {
  const notice = readNotice(body);
  const outcome = await startTimer(notice, timers);
  return { line: { caseKey: notice.caseKey, deadlineId: notice.data.deadlineId, outcome } };
}, 'start-timers');
