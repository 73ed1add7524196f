import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { demoPassword } from './demo-password.ts';
import { fetchDemoToken } from './demo-token.ts';
import type { LocalOutputs } from './outputs.ts';
import { localClient } from './read-outputs.ts';

/** A fresh token of the demo user of a group: a role, or the `oidcGroup` of a team. */
export type TokenOf = (group: string) => Promise<string>;

/** Of what was deployed here. */
export function openDemoTokens(outputs: LocalOutputs): TokenOf {
  const client = new CognitoIdentityProviderClient(localClient(outputs));
  const password = demoPassword(outputs.merchant);
  return async (group) => await fetchDemoToken(client, { ...outputs, group, password });
}
