import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { WarehouseQueue } from '../capabilities/warehouse-queue.ts';
import { pascalCase } from '../deployment.ts';
import { DeadLetters } from '../parts/dead-letters.ts';
import { MailTopic } from '../parts/mail-topic.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import type { DeadlineTimer } from '../state-machines/deadline-timer.ts';
import type { DataStack } from './data-stack.ts';

export interface OutputSources {
  readonly data: DataStack;
  readonly inbox: QueueWithDlq;
  readonly strikes: QueueWithDlq;
  readonly deadlineTimer: DeadlineTimer;
}

/** What whoever deployed needs next: addresses for senders and warehouses, and names for operators. */
export function tellOutputs(stack: Stack, { data, inbox, strikes, deadlineTimer }: OutputSources): void {
  const pool = data.callers.demoPool;
  const values: Record<string, string> = {
    ApiId: data.api.api.apiId,
    ApiUrl: data.api.url,
    WebhooksUrl: `${data.api.url}/webhooks`,
    ...(data.callers.signIn && { BoardUrl: `${data.api.url}/board/today` }),
    TableName: data.records.table.tableName,
    BusName: data.events.bus.eventBusName,
    InboxUrl: inbox.queue.queueUrl,
    StrikesUrl: strikes.queue.queueUrl,
    DeadlineTimerArn: deadlineTimer.stateMachine.stateMachineArn,
    ...(data.api.dnsTarget && { DnsTarget: data.api.dnsTarget }),
    ...(data.egress && { EgressAddress: data.egress.address }),
    ...(pool && { UserPoolId: pool.poolId, UserPoolClientId: pool.clientId }),
    ...Object.fromEntries(stack.node.findAll().flatMap(namedOf)),
  };
  for (const [id, value] of Object.entries(values)) {
    new CfnOutput(stack, id, { value });
  }
}

/** What a construct of which there may be several is known by. */
function namedOf(construct: IConstruct): [name: string, value: string][] {
  if (construct instanceof DeadLetters) {
    return [[`Dlq${pascalCase(construct.of)}`, construct.queue.queueUrl]];
  }
  if (construct instanceof MailTopic) {
    return [[`MailTopic${pascalCase(construct.robotId)}`, construct.topic.topicArn]];
  }
  const isQueue = construct instanceof WarehouseQueue;
  return isQueue ? [[`WarehouseQueue${pascalCase(construct.warehouseId)}`, construct.preAdvices.queue.queueUrl]] : [];
}
