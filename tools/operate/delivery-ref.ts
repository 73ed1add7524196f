import type { DeliveryRef } from '#shared/recording/ports.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import type { Posting } from '../../test/simulators/post-webhook.ts';

/** Under which Backhaul keeps what was posted. @param webhooksUrl - Behind it follow source and channel. */
export function refOf(
  { url, headers, body }: Pick<Posting, 'url' | 'headers' | 'body'>,
  webhooksUrl: string,
): DeliveryRef {
  const [path = '', rawQuery = ''] = url.slice(webhooksUrl.length + 1).split('?', 2);
  const [source = '', channel = ''] = path.split('/');
  const query = Object.fromEntries(
    [...new URLSearchParams(rawQuery)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const request = { method: 'POST', headers, query, rawQuery, rawBody: body };
  return { source, channel, id: receiverOf(source)?.identify(request).deliveryId ?? '' };
}
