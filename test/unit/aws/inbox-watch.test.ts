import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openInboxWatch } from '#shared/aws/inbox-watch.ts';

const sqs = mockClient(SQSClient);
const waiting = (count: number, hidden = 0) =>
  sqs.on(GetQueueAttributesCommand).resolves({
    Attributes: {
      ApproximateNumberOfMessages: String(count),
      ApproximateNumberOfMessagesNotVisible: String(hidden),
    },
  });
let clock = 0;

beforeEach(() => {
  sqs.reset();
  clock = 100_000;
});

describe('openInboxWatch', () => {
  it.each([
    [999, 0, false],
    [1000, 0, true],
    [1, 998, false],
    [1, 999, true],
  ])(
    'takes an inbox with %i messages that wait and %i that are hidden for behind: %s',
    async (count, hidden, isBehind) => {
      waiting(count, hidden);

      expect(await openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock)()).toBe(isBehind);
      expect(sqs.commandCalls(GetQueueAttributesCommand)[0]?.args[0].input).toEqual({
        QueueUrl: 'https://sqs/inbox',
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      });
    },
  );

  it('asks once in ten seconds', async () => {
    const isInboxBehind = openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock);
    waiting(5000);
    await isInboxBehind();
    waiting(0);
    clock += 9_999;
    expect(await isInboxBehind()).toBe(true);
    clock += 1;
    expect(await isInboxBehind()).toBe(false);
    expect(sqs.commandCalls(GetQueueAttributesCommand)).toHaveLength(2);
  });

  it('throws when the queue cannot be reached', async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new Error('unreachable'));

    await expect(openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock)()).rejects.toThrow('unreachable');
  });
});
