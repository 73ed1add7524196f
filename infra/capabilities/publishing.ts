import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmWords } from '#shared/words/alarm-words.ts';
import type { Base } from '../parts/base.ts';
import { ChangeStream } from '../parts/change-stream.ts';
import { DeadLetters } from '../parts/dead-letters.ts';
import { ServiceFunction } from '../parts/service-function.ts';

/** From the table's stream to the bus; what can never be published goes, whole, into a queue of its own. */
export class Publishing extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data }: Base) {
    super(scope, id);
    const unpublishable = new DeadLetters(this, 'Unpublishable', { deployment, alarms, name: 'unpublishable' });
    const publish = new ServiceFunction(this, 'PublishChanges', {
      deployment,
      alarms,
      folder: 'publish-changes',
      description: 'Publishes what each write of a record tells',
      timeout: Duration.seconds(30),
      environment: { busName: data.events.bus.eventBusName, unpublishableUrl: unpublishable.queue.queueUrl },
    });
    publish.grant(['events:PutEvents'], [data.events.bus.eventBusArn]);
    publish.grant(['sqs:SendMessage'], [unpublishable.queue.queueArn]);
    new ChangeStream(this, 'ChangeStream', {
      deployment,
      alarms,
      table: data.records.table,
      consumer: publish,
      name: 'change-stream',
      whenBehind: alarmWords['changes-behind'],
    });
  }
}
