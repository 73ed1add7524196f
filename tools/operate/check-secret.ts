import { channelOf } from '#shared/merchant/channel-of.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import { readSigningSecret } from '#shared/sources/signing-key.ts';
import { connectorAboutOf } from '#shared/warehouses/abouts.ts';
import { compose } from '../send/compose.ts';
import { sampleSenderOf } from '../send/senders.ts';

/**
 * Whether a secret is one: a sample that is signed with it must be genuine.
 * @param name - `<source>/<channel>`, or `warehouses/<id>`.
 * @throws Error that says what it has to be.
 */
export async function checkSecret(name: string, secret: string, merchant: Merchant): Promise<void> {
  const [source = '', own = ''] = name.split('/');
  const warehouse = source === 'warehouses' ? merchant.warehouses.find(({ id }) => id === own) : undefined;
  if (warehouse) {
    const form = connectorAboutOf(warehouse.connector).calling?.secret;
    if (form && 'own' in form && !readSigningSecret(secret)) {
      throw new Error(`That is no secret for calls to ${own}: it must be ${form.own}.`);
    }
    return;
  }
  const channel = channelOf(merchant, { source, channel: own });
  if (channel && !(await verifiesItsOwn(secret, channel, merchant))) {
    throw new Error(`That is no secret for ${name}: it must be ${sourceAboutOf(source)?.secrets.signing}.`);
  }
}

async function verifiesItsOwn(
  secret: string,
  channel: Merchant['channels'][number],
  merchant: Merchant,
): Promise<boolean> {
  const sender = await sampleSenderOf(channel.source);
  const [type = ''] = Object.entries(sender.types).find(([, roles]) => roles?.includes(channel.role) ?? true) ?? [];
  const now = new Date();
  const {
    headers,
    rawQuery = '',
    body,
  } = compose(sender, { type, fields: [] }, { channel, merchant, secret, now, run: 'check' });
  const query = Object.fromEntries(
    [...new URLSearchParams(rawQuery)].map(([key, value]) => [key.toLowerCase(), value]),
  );
  const request = { method: 'POST', headers, query, rawQuery, rawBody: body };
  const verification = receiverOf(channel.source)?.verify(request, { current: secret }, channel, now);
  // With a public key nobody can sign: it is one, if the receiver has nothing against it but the signature.
  const isPublicKey = secret.startsWith('whpk_') && verification?.ok === false && !verification.wantedSecret;
  return verification?.ok === true || isPublicKey;
}
