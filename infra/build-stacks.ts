import { type App, Tags } from 'aws-cdk-lib';
import type { Deployment } from './deployment.ts';
import { checkWithNag } from './nag.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ReturnsStack } from './stacks/returns-stack.ts';

/** Builds one merchant's two stacks. */
export function buildStacks(
  app: App,
  deployment: Deployment,
): { readonly data: DataStack; readonly returns: ReturnsStack } {
  const { merchant } = deployment.merchant;
  const data = new DataStack(app, `backhaul-${merchant}-data`, { deployment });
  const returns = new ReturnsStack(app, `backhaul-${merchant}`, { deployment, data });
  Tags.of(app).add('service', 'backhaul');
  Tags.of(app).add('merchant', merchant);
  checkWithNag(app);
  return { data, returns };
}
