import type { Delivery, Observed, Observer, Statement } from '#shared/sources/source.ts';

/** Takes a delivery whose body is the list of its statements, so that a test says what it means without a sender's format. */
export const plainObserver: Observer = {
  source: 'test',
  observe: ({ body }): Observed => {
    const said: unknown = JSON.parse(Buffer.from(body).toString());
    if (typeof said === 'string') {
      return { kind: 'not-understood', reason: said };
    }
    return { kind: 'statements', statements: said as Statement[] };
  },
};

export function plainDelivery(
  fields: Pick<Delivery, 'id' | 'channel' | 'receivedAt'>,
  statements: readonly Statement[] | string,
): Delivery {
  return { ...fields, source: 'test', via: 'webhook', headers: {}, body: Buffer.from(JSON.stringify(statements)) };
}
