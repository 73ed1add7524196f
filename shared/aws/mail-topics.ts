import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';
import type { PublishMail } from '#shared/robots/robot.ts';

const shape = z.record(z.string(), z.string().startsWith('arn:'));

/** Mail by topics of SNS, one a robot, to which its addresses are subscribed. @param list - JSON: ARNs by robot. */
export function openMailTopics(client: SNSClient, list: string): PublishMail {
  const topics = topicsIn(list);
  return async (robotId, Subject, Message) => {
    const TopicArn = topics[robotId];
    if (TopicArn === undefined) {
      const advice = 'deploy, which makes the topic';
      throw new Fault('not-configured', `the mail robot ${robotId} has no topic`, { advice });
    }
    await client.send(new PublishCommand({ TopicArn, Subject, Message }));
  };
}

function topicsIn(list: string): Readonly<Record<string, string>> {
  try {
    return shape.parse(JSON.parse(list));
  } catch {
    const what = 'the list of mail topics must be JSON {"<robot>": "<ARN>", ...}';
    throw new Fault('not-configured', what, { advice: 'deploy again: infra writes the list' });
  }
}
