import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { localOutputs } from '../../tools/operate/outputs.ts';

const outputs = {
  ApiId: 'abc123',
  ApiUrl: 'https://elsewhere',
  TableName: 'records',
  BusName: 'returns-demo',
  InboxUrl: 'http://localhost:4566/000000000000/backhaul-demo-inbox',
  DeadlineTimerArn: 'arn:timer',
  MailTopicLead: 'arn:topic-of-lead',
  DlqInbox: 'http://localhost:4566/000000000000/backhaul-demo-inbox-dlq',
  DlqToEast: 'http://localhost:4566/000000000000/backhaul-demo-to-east-dlq',
  WarehouseQueueEast: 'http://localhost:4566/000000000000/backhaul-demo-to-east',
  UserPoolId: 'pool',
  UserPoolClientId: 'client',
};
const options = {
  endpoint: 'http://localhost:4566',
  merchant: readMerchant('demo'),
  outputs,
  secretNameOf: ({ source, channel }: { source: string; channel: string }) => `secret of ${source}/${channel}`,
  callSecretNameOf: ({ id }: { id: string }) => `secret for calls to ${id}`,
  robotSecretNameOf: ({ id }: { id: string }) => `secret of robot ${id}`,
};

describe('localOutputs', () => {
  it("addresses the API under the emulator's own path", () => {
    const { apiUrl, webhooksUrl } = localOutputs(options);
    expect(apiUrl).toBe('http://localhost:4566/_aws/execute-api/abc123/$default');
    expect(webhooksUrl).toBe(`${apiUrl}/webhooks`);
  });

  it('names queues for what is in them', () => {
    const { dlqUrls, warehouseQueues } = localOutputs(options);
    expect(dlqUrls).toEqual({ inbox: outputs.DlqInbox, 'to-east': outputs.DlqToEast });
    expect(warehouseQueues).toEqual({ east: outputs.WarehouseQueueEast });
  });

  it('names shops and secrets by source and channel', () => {
    const { shops, secrets } = localOutputs(options);
    expect(shops).toMatchObject({ 'standard/own-store': ['main'], 'doudian/flagship-app': ['4400123', '4400456'] });
    expect(secrets['standard/wms-east']).toBe('secret of standard/wms-east');
    expect(Object.keys(secrets)).toHaveLength(options.merchant.channels.length + 2 + 4);
  });

  it('names the secrets of warehouses that are called', () => {
    const { secrets } = localOutputs(options);
    expect(secrets['warehouses/north']).toBe('secret for calls to north');
    expect(secrets['warehouses/east']).toBeUndefined();
  });

  it('names the secrets of robots that are posted to, and the topics of those that write mail', () => {
    const { secrets, mailTopics } = localOutputs(options);
    expect(secrets['notify/day-group']).toBe('secret of robot day-group');
    expect(secrets['notify/lead']).toBeUndefined();
    expect(mailTopics).toEqual({ lead: 'arn:topic-of-lead' });
  });

  it('says which output is missing', () => {
    const { InboxUrl: _, ...rest } = outputs;
    expect(() => localOutputs({ ...options, outputs: rest })).toThrow('the stack has no output InboxUrl');
  });
});
