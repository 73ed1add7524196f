import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import { canDeploy } from '../what-emulator-differs.ts';

/** The bus `returns-<merchant>` that tells what happened, and its archive for replays. */
export class ReturnsBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: `returns-${deployment.merchant.merchant}` });
    this.bus.applyRemovalPolicy(removalPolicyOf(deployment));
    if (canDeploy('eventArchive', deployment)) {
      const archive = this.bus.archive('Archive', {
        eventPattern: { source: ['backhaul.returns'] },
        retention: Duration.days(deployment.merchant.retention.rawDays),
      });
      archive.applyRemovalPolicy(removalPolicyOf(deployment));
    }
  }
}
