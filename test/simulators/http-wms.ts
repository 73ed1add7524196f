import { type Random, randomFrom } from '../memory/random.ts';
import type { ClockFace } from './clock.ts';
import { type Answered, type Asked, jsonAnswer, startServer } from './http-server.ts';
import { createOrderBook, type OrderBook } from './order-book.ts';
import { signStandard } from './sign.ts';
import { type Behaviours, createBehaviours } from './wms-behaviour.ts';

export interface HttpWmsOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** `whsec_…` */
  readonly secret: string;
  /** This machine's where not given. */
  readonly clock?: ClockFace;
  readonly random?: Random;
}

export interface HttpWms
  extends Omit<OrderBook, 'create' | 'cancel'>,
    Pick<Behaviours, 'behaveNext' | 'behaveFor' | 'behaveAtRandom' | 'settled'> {
  readonly port: number;
  readonly counts: { asked: number; refused: number; readonly behaviours: Behaviours['counts'] };
  /** The next order is not taken, for this reason. */
  refuseNext(reason: string): void;
  close(): Promise<void>;
}

interface Announcement {
  readonly type: string;
  readonly data: {
    readonly orderCode: string;
    readonly trackingNumber: string;
    readonly orderId?: string;
    readonly carrier?: string;
    readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  };
}

const toleranceSeconds = 300;

/** A warehouse system that is told by signed posts (docs/http-warehouse.md): keeps orders by their code, and answers whether it took them. */
export async function startHttpWms(options: HttpWmsOptions): Promise<HttpWms> {
  const { secret, clock = { now: Date.now }, random = randomFrom(4) } = options;
  const refusals: string[] = [];
  const book = createOrderBook(clock.now, 'N');
  const behaviours = createBehaviours(random);
  const counts = { asked: 0, refused: 0, behaviours: behaviours.counts };

  function perform({ type, data }: Announcement): Answered {
    if (type === 'return.cancelled') {
      return book.cancel(data.orderCode) === 'unknown' ? refusal(404, 'unknown-order') : acceptance(book, data);
    }
    const reason = refusals.shift();
    if (reason !== undefined) {
      return refusal(200, reason);
    }
    const { orderCode, trackingNumber, orderId = '', carrier = '', lines } = data;
    const outcome = book.create({
      orderCode,
      trackingNumber,
      originalOrder: orderId,
      carrier,
      lines: lines.map(({ sku, quantity }) => ({ itemCode: sku, quantity })),
      content: JSON.stringify(data),
    });
    switch (outcome) {
      case 'created':
      case 'repeated':
        return acceptance(book, data);
      case 'conflict':
        return refusal(409, 'order-exists');
      case 'late':
        return refusal(409, 'order-cancelled');
    }
  }

  function answer(asked: Asked) {
    counts.asked += 1;
    if (!isGenuine(asked, secret)) {
      counts.refused += 1;
      return refusal(401, 'not-genuine');
    }
    const announcement = readAnnouncement(asked.body);
    if (!announcement) {
      counts.refused += 1;
      return refusal(400, 'not-understood');
    }
    return behaviours.perform(announcement.data.trackingNumber, () => perform(announcement));
  }

  const server = await startServer({ port: options.port, name: 'HTTP WMS', answer });
  const { create: _create, cancel: _cancel, ...shown } = book;
  return {
    ...shown,
    port: server.port,
    counts,
    behaveNext: behaviours.behaveNext,
    behaveFor: behaviours.behaveFor,
    behaveAtRandom: behaviours.behaveAtRandom,
    settled: behaviours.settled,
    refuseNext: (reason) => {
      refusals.push(reason);
    },
    close: async () => {
      behaviours.stop();
      await server.close();
    },
  };
}

/** Signs again what came, and compares; times by this machine's clock, which is the sender's. */
function isGenuine({ method, headers, body }: Asked, secret: string): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': sent = '', 'webhook-signature': signature = '' } = headers;
  const timestamp = Number(sent);
  const expected = signStandard(secret, { id, timestamp, body })['webhook-signature'] ?? '';
  const isRecent = Math.abs(timestamp - Date.now() / 1000) <= toleranceSeconds;
  return method === 'POST' && id !== '' && isRecent && signature.split(' ').includes(expected);
}

function readAnnouncement(body: Buffer): Announcement | undefined {
  try {
    const { type, data } = JSON.parse(body.toString());
    const isWhole = ['orderCode', 'trackingNumber'].every((name) => typeof data[name] === 'string' && data[name]);
    const isKnown = type === 'return.cancelled' || (type === 'return.expected' && Array.isArray(data.lines));
    return isWhole && isKnown ? { type, data } : undefined;
  } catch {
    return undefined;
  }
}

function acceptance(book: OrderBook, { orderCode }: Announcement['data']): Answered {
  return jsonAnswer(200, JSON.stringify({ accepted: true, orderId: book.order(orderCode)?.orderId }));
}

function refusal(status: number, reason: string): Answered {
  return jsonAnswer(status, JSON.stringify({ accepted: false, reason }));
}
