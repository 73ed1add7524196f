import { Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { CfnUserPoolGroup, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { roles } from '#shared/returns/acts/roles.ts';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** Who may call the API: the merchant's own OIDC issuer, or a user pool made for the demo. */
export class CallerIdentity extends Construct {
  readonly issuer: string;
  readonly audience: string[];
  private made: HttpJwtAuthorizer | undefined;
  readonly demoPool?: { readonly poolId: string; readonly clientId: string };

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { identity } = deployment.merchant;
    if (identity !== 'demo-user-pool') {
      this.issuer = identity.issuer;
      this.audience = [...identity.audience];
      return;
    }
    const { pool, client } = this.createPool(deployment);
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`;
    this.audience = [client.userPoolClientId];
    this.demoPool = { poolId: pool.userPoolId, clientId: client.userPoolClientId };
  }

  /** Refuses calls without a valid token of this issuer; what a role may do is decided behind it. One for all routes: an API takes no second of its name. */
  get authorizer(): HttpJwtAuthorizer {
    this.made ??= new HttpJwtAuthorizer('Callers', this.issuer, { jwtAudience: this.audience });
    return this.made;
  }

  private createPool(deployment: Deployment): { pool: UserPool; client: UserPoolClient } {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      removalPolicy: removalPolicyOf(deployment),
    });
    const client = pool.addClient('Client', { authFlows: { userPassword: true, adminUserPassword: true } });
    const ofTeams = deployment.merchant.teams.map(({ oidcGroup }) => oidcGroup);
    for (const groupName of new Set([...roles, ...ofTeams])) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: pool.userPoolId, groupName });
    }
    acknowledge(pool, {
      'AwsSolutions-COG2': 'A demo is tried without a second device; a merchant brings an issuer of their own.',
      'AwsSolutions-COG3':
        'Threat protection costs per user and a demo has none; a merchant brings an issuer of their own.',
      'AwsSolutions-COG8': 'The plan with threat protection costs per user; a merchant brings an issuer of their own.',
    });
    return { pool, client };
  }
}
