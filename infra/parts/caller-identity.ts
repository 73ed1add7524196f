import { Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { CfnUserPoolGroup, OAuthScope, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { roles } from '#shared/returns/acts/roles.ts';
import { type Deployment, physicalName, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** How people sign in at the board. */
export interface BoardSignIn {
  readonly clientId: string;
  /** Where the page asks for tokens: the issuer, and whatever else the issuer names. */
  readonly origins: readonly string[];
}

/** Who may call the API: the merchant's own OIDC issuer, or a user pool made for the demo. */
export class CallerIdentity extends Construct {
  readonly issuer: string;
  readonly audience: string[];
  private made: HttpJwtAuthorizer | undefined;
  readonly demoPool?: { readonly poolId: string; readonly clientId: string };
  /** Absent where the merchant's issuer has no client for the board. */
  readonly signIn?: BoardSignIn;

  /** @param url - Of the API, at which the board is. */
  constructor(scope: Construct, id: string, deployment: Deployment, url: string) {
    super(scope, id);
    const { identity } = deployment.merchant;
    if (identity !== 'demo-user-pool') {
      this.issuer = identity.issuer;
      this.audience = [...identity.audience];
      if (identity.clientId) {
        this.signIn = {
          clientId: identity.clientId,
          origins: [new URL(identity.issuer).origin, ...identity.origins],
        };
      }
      return;
    }
    const { pool, client } = this.createPool(deployment, url);
    const provider = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com`;
    this.issuer = `${provider}/${pool.userPoolId}`;
    this.audience = [client.userPoolClientId];
    this.demoPool = { poolId: pool.userPoolId, clientId: client.userPoolClientId };
    const page = pool.addDomain('SignIn', {
      // One name for all accounts of a region.
      cognitoDomain: { domainPrefix: `${physicalName(deployment, 'board')}-${Stack.of(this).account}` },
    });
    this.signIn = { clientId: client.userPoolClientId, origins: [provider, page.baseUrl()] };
  }

  /** Refuses calls without a valid token of this issuer; what a role may do is decided behind it. One for all routes: an API takes no second of its name. */
  get authorizer(): HttpJwtAuthorizer {
    this.made ??= new HttpJwtAuthorizer('Callers', this.issuer, { jwtAudience: this.audience });
    return this.made;
  }

  private createPool(deployment: Deployment, url: string): { pool: UserPool; client: UserPoolClient } {
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
    const client = pool.addClient('Client', {
      authFlows: { userPassword: true, adminUserPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${url}/board/signed-in`],
        logoutUrls: [`${url}/board/today`],
      },
    });
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
