import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import { alarmWords } from '#shared/words/alarm-words.ts';
import type { Base } from '../parts/base.ts';
import { ChangeStream } from '../parts/change-stream.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';

export interface OutboxProps extends Base {
  readonly inbox: QueueWithDlq;
  readonly strikes: QueueWithDlq;
}

/** From the table's stream back to the recorder's queues: what must follow from a record that was written. Apart from publishing, so that a bus that refuses holds up no record. */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data, inbox, strikes }: OutboxProps) {
    super(scope, id);
    const send = new ServiceFunction(this, 'SendOutbox', {
      deployment,
      alarms,
      folder: 'send-outbox',
      description: 'Carries what must follow from a record to the recorder',
      timeout: Duration.seconds(30),
      environment: { inboxUrl: inbox.queue.queueUrl, strikesUrl: strikes.queue.queueUrl },
    });
    send.grant(['sqs:SendMessage'], [inbox.queue.queueArn, strikes.queue.queueArn]);
    new ChangeStream(this, 'OutboxStream', {
      deployment,
      alarms,
      table: data.records.table,
      consumer: send,
      having: tableNames.outbox,
      name: 'outbox-stream',
      whenBehind: alarmWords['outbox-behind'],
    });
  }
}
