import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { calledWarehouses } from '#shared/merchant/asked.ts';
import { callSecretOf } from '#shared/merchant/call-secret.ts';
import type { Channel, Warehouse } from '#shared/merchant/merchant.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';
import { connectorAboutOf } from '#shared/warehouses/abouts.ts';
import { type Deployment, pascalCase, removalPolicyOf } from '../deployment.ts';
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

/** The secret that calls to a warehouse are signed with. */
export function callSecretName(deployment: Pick<Deployment, 'merchant'>, warehouse: Warehouse): string {
  return `${secretPrefix(deployment)}${callSecretOf(deployment.merchant, warehouse).join('/')}`;
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
}

const signing: Content = { key: 'current', template: '{"previous":null}' };
const token: Content = { key: 'accessToken', template: '{}' };

/** A signing secret for each channel and each warehouse that has one of its own, and an access token for each API; all start with random text, to be replaced or handed to the sender. */
export class ChannelSecrets extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    for (const channel of deployment.merchant.channels) {
      const name = `${pascalCase(channel.source)}${pascalCase(channel.channel)}`;
      const forms = sourceAboutOf(channel.source)?.secrets;
      this.addSecret(`${name}Signing`, signingSecretName(deployment, channel), signing, {
        deployment,
        form: forms?.signing,
        length: forms?.signingLength,
      });
      if (channel.api) {
        this.addSecret(`${name}Token`, accessTokenName(deployment, channel), token, { deployment, form: forms?.token });
      }
    }
    for (const warehouse of calledWarehouses(deployment.merchant)) {
      const secret = connectorAboutOf(warehouse.connector).calling?.secret;
      if (secret && 'own' in secret) {
        const how = { deployment, form: secret.own };
        this.addSecret(`Warehouse${pascalCase(warehouse.id)}`, callSecretName(deployment, warehouse), signing, how);
      }
    }
  }

  /** @param how - `form`: what whoever puts it there has to put; `length`: of what is there at first, in letters and digits. */
  private addSecret(
    id: string,
    secretName: string,
    { key, template }: Content,
    {
      deployment,
      form,
      length = 44,
    }: { readonly deployment: Deployment; readonly form: string | undefined; readonly length?: number | undefined },
  ): void {
    const secret = new Secret(this, id, {
      secretName,
      ...(form && { description: `${key}: ${form}` }),
      generateSecretString: {
        secretStringTemplate: template,
        generateStringKey: key,
        excludePunctuation: true,
        // The emulator only knows characters one by one.
        excludeCharacters: punctuation,
        passwordLength: length,
      },
      removalPolicy: removalPolicyOf(deployment),
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'The other side gives or takes this secret: it changes when both do, by current and previous.',
    });
  }
}
