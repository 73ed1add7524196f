import type { Deployment } from './deployment.ts';

/*
 * The one switch between what AWS gets and what the emulator gets (`-c emulator=true`). A test holds the two templates against these lists.
 */

/** What is left out: each part names the resource types that go with it. */
export const whatEmulatorCannotDeploy = {
  /** Its CloudFormation refuses the type. */
  eventArchive: ['AWS::Events::Archive'],
  /** It has no NAT gateways and no Elastic IPs; locally every call leaves from the same machine. */
  fixedEgress: [
    'AWS::EC2::VPC',
    'AWS::EC2::Subnet',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::Route',
    'AWS::EC2::InternetGateway',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::EIP',
    'AWS::EC2::NatGateway',
    'AWS::EC2::SecurityGroup',
  ],
} as const;

/** Whether this part of the stacks goes out. */
export function canDeploy(_part: keyof typeof whatEmulatorCannotDeploy, { isEmulator }: Deployment): boolean {
  return !isEmulator;
}

/** What is the same resource with another setting: its type and the one property. */
export const whatEmulatorChanges = {
  /**
   * It honours a mapping's maximum concurrency, and starts a process for each batch: on the few cores of the machines that it runs on,
   * more processes only take time from each other. Two is the least that AWS takes.
   */
  concurrency: { type: 'AWS::Lambda::EventSourceMapping', property: 'ScalingConfig' },
} as const;

const emulatorConcurrency = 2;

/** How many batches of one queue are under way at most. */
export function concurrencyOf({ isEmulator }: Deployment, wanted: number): number {
  return isEmulator ? Math.min(wanted, emulatorConcurrency) : wanted;
}
