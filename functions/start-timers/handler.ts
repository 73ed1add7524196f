import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openQueueControl } from '#shared/inbox/queue-control.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { type DeadlineNoticeMessage, readNotice } from '#shared/timers/execution-input.ts';
import { startTimer } from '#shared/timers/start-timer.ts';
import { openStepFunctionsTimers } from '#shared/timers/step-functions-timers.ts';

const env = readEnv(['deadlineTimerArn', 'inboxUrl']);
const timers = openStepFunctionsTimers(new SFNClient({}), env.deadlineTimerArn);

/** Starts a clock for each deadline that was opened or moved. */
export const handler = queueHandler(
  {
    what: 'start-timers',
    longestMs: 5_000,
    read: ({ body }) => readNotice(body),
    nameOf: ({ eventId }: DeadlineNoticeMessage) => eventId,
    work: async (notices) => {
      const outcome = await startTimer(notices[0] as DeadlineNoticeMessage, timers);
      return notices.map(({ caseKey, data }) => ({ line: { caseKey, deadlineId: data.deadlineId, outcome } }));
    },
  },
  openQueueControl(new SQSClient({}), env.inboxUrl),
);
