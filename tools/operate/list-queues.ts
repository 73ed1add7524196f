import { ListQueuesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** The names of all queues of a stack, each without what all of them begin with, sorted. */
export async function listQueues(client: SQSClient, inboxUrl: string): Promise<readonly string[]> {
  const prefix = (inboxUrl.split('/').at(-1) ?? '').replace(/inbox$/, '');
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 1000, ...(NextToken && { NextToken }) }),
    );
    names.push(...(page.QueueUrls ?? []).map((url) => (url.split('/').at(-1) ?? '').slice(prefix.length)));
    NextToken = page.NextToken;
  } while (NextToken);
  return names.sort();
}
