import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMailTopics } from '#shared/aws/mail-topics.ts';
import { openRobotSecrets } from '#shared/aws/robot-secrets.ts';

const secrets = mockClient(SecretsManagerClient);
const sns = mockClient(SNSClient);

beforeEach(() => {
  secrets.reset();
  sns.reset();
});

describe('openRobotSecrets', () => {
  it.each([
    ['{"url":" https://a.example/\\n","secret":"SEC1"}', { url: 'https://a.example/', secret: 'SEC1' }],
    ['{"url":"https://a.example/"}', { url: 'https://a.example/' }],
    ['{"secret":""}', {}],
    ['no JSON', {}],
  ])('reads %s', async (SecretString, expected) => {
    secrets.on(GetSecretValueCommand, { SecretId: 'backhaul/demo/notify/group' }).resolves({ SecretString });

    expect(await openRobotSecrets(new SecretsManagerClient({}), 'backhaul/demo/', () => 0)('group')).toEqual(expected);
  });

  it('reads each at most once a minute', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{}' });
    let now = 0;
    const secretOf = openRobotSecrets(new SecretsManagerClient({}), 'p/', () => now);
    await Promise.all([secretOf('a'), secretOf('a')]);
    now = 60_000;
    await secretOf('a');

    expect(secrets.calls()).toHaveLength(2);
  });
});

describe('openMailTopics', () => {
  it('publishes to the robot’s topic', async () => {
    sns.on(PublishCommand).resolves({});
    await openMailTopics(new SNSClient({}), '{"lead":"arn:aws:sns:r:1:t"}')('lead', 'S', 'T');

    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      TopicArn: 'arn:aws:sns:r:1:t',
      Subject: 'S',
      Message: 'T',
    });
  });

  it('says that a robot has no topic, and that the list is none', async () => {
    await expect(openMailTopics(new SNSClient({}), '{}')('lead', 'S', 'T')).rejects.toMatchObject({
      code: 'not-configured',
    });
    expect(() => openMailTopics(new SNSClient({}), '["x"]')).toThrow('must be JSON {"<robot>"');
  });
});
