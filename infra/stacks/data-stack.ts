import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ReturnsApi } from '../capabilities/returns-api.ts';
import { type Deployment, environmentOf } from '../deployment.ts';
import { BodiesBucket } from '../parts/bodies-bucket.ts';
import { CallerIdentity } from '../parts/caller-identity.ts';
import { ChannelSecrets } from '../parts/channel-secrets.ts';
import { FixedEgress } from '../parts/fixed-egress.ts';
import { RecordsTable } from '../parts/records-table.ts';
import { ReturnsBus } from '../parts/returns-bus.ts';
import { RobotSecrets } from '../parts/robot-secrets.ts';
import { canDeploy } from '../what-emulator-differs.ts';

/** What must outlive a release: the records, large bodies, the bus, the address that senders know, and the secrets shared with them. */
export class DataStack extends Stack {
  readonly records: RecordsTable;
  readonly bodies: BodiesBucket;
  readonly events: ReturnsBus;
  readonly api: ReturnsApi;
  readonly callers: CallerIdentity;
  readonly egress?: FixedEgress;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id, { env: environmentOf(deployment), terminationProtection: !deployment.merchant.demo });
    this.records = new RecordsTable(this, 'Records', deployment);
    this.bodies = new BodiesBucket(this, 'Bodies', deployment);
    this.events = new ReturnsBus(this, 'Events', deployment);
    this.api = new ReturnsApi(this, 'Api', deployment);
    this.callers = new CallerIdentity(this, 'Callers', deployment, this.api.url);
    new ChannelSecrets(this, 'Secrets', deployment);
    new RobotSecrets(this, 'Robots', deployment);
    if (deployment.merchant.egress === 'fixed' && canDeploy('fixedEgress', deployment)) {
      this.egress = new FixedEgress(this, 'Egress', deployment);
    }
  }
}
