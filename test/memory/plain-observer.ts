import type { Delivery, Observed, Observer, Saying } from '#shared/sources/source.ts';

/** Takes a delivery whose body is the list of its sayings, so that a test says what it means without a sender's format. */
export const plainObserver: Observer = {
  source: 'test',
  revision: 1,
  observe: ({ body }): Observed => {
    const said: unknown = JSON.parse(Buffer.from(body).toString());
    if (typeof said === 'string') {
      return { kind: 'not-understood', reason: said };
    }
    return { kind: 'sayings', sayings: said as Saying[] };
  },
};

export function plainDelivery(
  fields: Pick<Delivery, 'id' | 'channel' | 'receivedAt'>,
  sayings: readonly Saying[] | string,
): Delivery {
  return {
    ...fields,
    source: 'test',
    via: 'webhook',
    headers: {},
    body: Buffer.from(JSON.stringify(sayings)),
  };
}
