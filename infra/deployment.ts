import { type Environment, RemovalPolicy } from 'aws-cdk-lib';
import type { Merchant } from '#shared/merchant/merchant.ts';

/** What every stack and construct is built for. */
export interface Deployment {
  readonly merchant: Merchant;
  /** The validated merchant as a file, for the functions' bundles. */
  readonly merchantFile: string;
  /** The folder of the board's page, as infra/board-page.ts builds it. */
  readonly boardPage: string;
  /** Leaves out and changes what infra/what-emulator-differs.ts lists. */
  readonly isEmulator: boolean;
}

/** Where it goes. Without `account` in the merchant's file it is that of whoever deploys. */
export function environmentOf({ merchant }: Deployment): Environment {
  return { region: merchant.region, ...(merchant.account && { account: merchant.account }) };
}

/** Stateful resources outlive their stack, but for a demo's. */
export function removalPolicyOf({ merchant }: Deployment): RemovalPolicy {
  return merchant.demo ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}

/** The name that a person or another system sees: `backhaul-<merchant>-<name>`. */
export function physicalName({ merchant }: Deployment, name: string): string {
  return `backhaul-${merchant.merchant}-${name}`;
}

/** An id fit for CloudFormation out of lower-case words: `east-2` becomes `East2`. */
export function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
