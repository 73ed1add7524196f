import type { Deployment } from '../deployment.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { AlarmTopic } from './alarm-topic.ts';

/** What every part of the returns stack stands on. */
export interface Base {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly data: DataStack;
}
