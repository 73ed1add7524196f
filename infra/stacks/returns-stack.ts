import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { reachedByQueue } from '#shared/merchant/asked.ts';
import { Acting } from '../capabilities/acting.ts';
import { Board } from '../capabilities/board.ts';
import { Clocks } from '../capabilities/clocks.ts';
import { Delivering } from '../capabilities/delivering.ts';
import { Door } from '../capabilities/door.ts';
import { Following } from '../capabilities/following.ts';
import { Notifying } from '../capabilities/notifying.ts';
import { Outbox } from '../capabilities/outbox.ts';
import { Publishing } from '../capabilities/publishing.ts';
import { Reading } from '../capabilities/reading.ts';
import { Recording } from '../capabilities/recording.ts';
import { WarehouseQueue } from '../capabilities/warehouse-queue.ts';
import { type Deployment, environmentOf, pascalCase } from '../deployment.ts';
import { AlarmTopic } from '../parts/alarm-topic.ts';
import { letSeeQueues } from '../parts/queue-sight.ts';
import type { DataStack } from './data-stack.ts';
import { tellOutputs } from './outputs.ts';

/** What a release replaces: the functions and what lies between them. */
export class ReturnsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { deployment, data }: { readonly deployment: Deployment; readonly data: DataStack },
  ) {
    super(scope, id, { env: environmentOf(deployment), terminationProtection: !deployment.merchant.demo });
    const alarms = new AlarmTopic(this, 'Alarms', deployment);
    const base = { deployment, alarms, data };
    const { inbox, strikes, hints } = new Recording(this, 'Recording', base);
    const { serve } = new Door(this, 'Door', { ...base, inbox });
    new Acting(this, 'Acting', { ...base, inbox });
    new Reading(this, 'Reading', { ...base, inbox, hints });
    new Publishing(this, 'Publishing', base);
    new Outbox(this, 'Outbox', { ...base, inbox, strikes });
    const { deadlineTimer } = new Clocks(this, 'Timers', { ...base, inbox, strikes });
    new Following(this, 'Following', { ...base, inbox });
    new Delivering(this, 'Delivering', { ...base, inbox });
    new Notifying(this, 'Notifying', base);
    if (data.callers.signIn) {
      new Board(this, 'Board', base, data.callers.signIn);
    }
    for (const warehouse of reachedByQueue(deployment.merchant)) {
      new WarehouseQueue(this, `Warehouse${pascalCase(warehouse.id)}`, { ...base, warehouse });
    }
    letSeeQueues(this, serve);
    data.api.watch(this, alarms);
    tellOutputs(this, { data, inbox, strikes, deadlineTimer });
  }
}
