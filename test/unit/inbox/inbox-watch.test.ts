import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openInboxWatch } from '#shared/inbox/inbox-watch.ts';

const sqs = mockClient(SQSClient);
const waiting = (count: number) =>
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: String(count) } });
let clock = 0;

beforeEach(() => {
  sqs.reset();
  clock = 100_000;
});

describe('openInboxWatch', () => {
  it.each([
    [999, false],
    [1000, true],
  ])('takes an inbox with %i messages that nobody has taken for old: %s', async (count, isOld) => {
    waiting(count);

    expect(await openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock)()).toBe(isOld);
    expect(sqs.commandCalls(GetQueueAttributesCommand)[0]?.args[0].input).toEqual({
      QueueUrl: 'https://sqs/inbox',
      AttributeNames: ['ApproximateNumberOfMessages'],
    });
  });

  it('asks once in ten seconds', async () => {
    const isInboxOld = openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock);
    waiting(5000);
    await isInboxOld();
    waiting(0);
    clock += 9_999;
    expect(await isInboxOld()).toBe(true);
    clock += 1;
    expect(await isInboxOld()).toBe(false);
    expect(sqs.commandCalls(GetQueueAttributesCommand)).toHaveLength(2);
  });

  it('throws when the queue cannot be reached', async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new Error('unreachable'));

    await expect(openInboxWatch(new SQSClient({}), 'https://sqs/inbox', () => clock)()).rejects.toThrow('unreachable');
  });
});
