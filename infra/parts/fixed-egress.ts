import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnEIP, IpAddresses, type IVpc, NatProvider, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** A network whose calls to the outside all come from one address, for platforms that only answer callers whom they know. The address outlives the stack. */
export class FixedEgress extends Construct {
  readonly vpc: IVpc;
  readonly address: string;

  constructor(scope: Construct, id: string, { merchant }: Deployment) {
    super(scope, id);
    const eip = new CfnEIP(this, 'Address', { domain: 'vpc' });
    eip.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.address = eip.attrPublicIp;
    // The CDK's classes miss their own interfaces under exactOptionalPropertyTypes; hence the `as`.
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.80.0.0/22'),
      availabilityZones: [`${merchant.region}a`, `${merchant.region}b`],
      natGateways: 1,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: [eip.attrAllocationId] }),
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 26, mapPublicIpOnLaunch: false },
        { name: 'calls', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
      ],
    }) as IVpc;
    acknowledge(this.vpc, {
      'AwsSolutions-VPC7': 'Nothing listens in this network; the functions log each call they make.',
    });
  }
}
