import type { Deployment } from '../deployment.ts';

/**
 * The one switch between what AWS gets and what the emulator gets (`-c emulator=true`).
 * Each part names the resource types that are left out with it. A test holds the two templates against this list.
 */
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
