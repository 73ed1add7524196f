import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Channel, Warehouse } from '#shared/merchant/merchant.ts';
import { calledWarehouses, type Deployment, pascalCase, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** What all of a merchant's secrets begin with; then comes `<source>/<channel>`, and `/token` for the store's API. */
export function secretPrefix({ merchant }: Pick<Deployment, 'merchant'>): string {
  return `backhaul/${merchant.merchant}/`;
}

/** The secret that a channel's sender signs with. */
export function signingSecretName(deployment: Pick<Deployment, 'merchant'>, { source, channel }: Channel): string {
  return `${secretPrefix(deployment)}${source}/${channel}`;
}

/** The token that a store's API is read with. */
export function accessTokenName(deployment: Deployment, channel: Channel): string {
  return `${signingSecretName(deployment, channel)}/token`;
}

/** The secret that calls to a warehouse are signed with: Qimen's app secret is that of its channel, the way in. */
export function callSecretName(deployment: Pick<Deployment, 'merchant'>, { id, connector }: Warehouse): string {
  const own = deployment.merchant.channels.find((each) => each.source === 'qimen' && each.warehouse === id);
  return connector === 'qimen' && own
    ? signingSecretName(deployment, own)
    : `${secretPrefix(deployment)}warehouses/${id}`;
}

/** One by name, whatever the six characters are that Secrets Manager puts behind it. */
export function secretArn(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

interface Content {
  /** The field that starts with random text. */
  readonly key: string;
  /** The other fields, as JSON. */
  readonly template: string;
  readonly deployment: Deployment;
}

/** A signing secret for each channel and each warehouse that is called, and an access token for each API; all start with random text, to be replaced or handed to the sender. */
export class ChannelSecrets extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    for (const channel of deployment.merchant.channels) {
      const name = `${pascalCase(channel.source)}${pascalCase(channel.channel)}`;
      this.addSecret(`${name}Signing`, signingSecretName(deployment, channel), {
        key: 'current',
        template: '{"previous":null}',
        deployment,
      });
      if (channel.api) {
        this.addSecret(`${name}Token`, accessTokenName(deployment, channel), {
          key: 'accessToken',
          template: '{}',
          deployment,
        });
      }
    }
    for (const warehouse of calledWarehouses(deployment).filter(({ connector }) => connector === 'http')) {
      this.addSecret(`Warehouse${pascalCase(warehouse.id)}`, callSecretName(deployment, warehouse), {
        key: 'current',
        template: '{"previous":null}',
        deployment,
      });
    }
  }

  private addSecret(id: string, secretName: string, { key, template, deployment }: Content): void {
    const secret = new Secret(this, id, {
      secretName,
      generateSecretString: {
        secretStringTemplate: template,
        generateStringKey: key,
        excludePunctuation: true,
        // The emulator only knows characters one by one.
        excludeCharacters: punctuation,
        passwordLength: 44,
      },
      removalPolicy: removalPolicyOf(deployment),
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'The other side gives or takes this secret: it changes when both do, by current and previous.',
    });
  }
}
