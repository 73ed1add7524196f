import type { Stack } from 'aws-cdk-lib';
import { deadLettersOf } from '#shared/runtime/queue-names.ts';
import { acknowledge } from '../nag.ts';
import { DeadLetters } from './dead-letters.ts';
import { QueueWithDlq } from './queue-with-dlq.ts';
import type { ServiceFunction } from './service-function.ts';

/** Lets a function see how many messages wait in each queue of the stack and how old they are; nothing of what they say. Once all queues are there. */
export function letSeeQueues(stack: Stack, viewer: ServiceFunction): void {
  const constructs = stack.node.findAll();
  const queues = constructs.filter((each) => each instanceof QueueWithDlq);
  const dead = constructs.filter((each) => each instanceof DeadLetters);
  const names = [...queues.map(({ deadLetters }) => deadLetters.of), ...dead.map((each) => deadLettersOf(each.of))];
  viewer.tell('queueNames', JSON.stringify(names));
  viewer.grant(
    ['sqs:GetQueueAttributes'],
    [...queues, ...dead].map(({ queue }) => queue.queueArn),
  );
  viewer.grant(['cloudwatch:GetMetricData'], ['*']);
  acknowledge(viewer, {
    'AwsSolutions-IAM5[Resource::*]': 'CloudWatch takes no narrower resource for its figures.',
  });
}
