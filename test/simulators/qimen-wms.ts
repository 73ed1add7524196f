import { type Random, randomFrom } from '../memory/random.ts';
import type { ClockFace } from './clock.ts';
import { type Asked, startServer } from './http-server.ts';
import { createOrderBook, type OrderBook } from './order-book.ts';
import { createQimenReports, type QimenReportOptions, type QimenReports } from './qimen-reports.ts';
import { parcelOf, performQimenCall, type QimenAgreement, qimenFailure, readQimenCall } from './qimen-service.ts';
import { type Behaviours, createBehaviours } from './wms-behaviour.ts';

export interface QimenWmsOptions
  extends QimenAgreement,
    Pick<QimenReportOptions, 'webhooksUrl' | 'channel' | 'charset' | 'restAfter' | 'post'> {
  readonly clock: ClockFace;
  /** 0: any that is free. */
  readonly port: number;
  readonly random?: Random;
  readonly run?: string;
}

export interface QimenWms
  extends Omit<OrderBook, 'create' | 'cancel'>,
    Omit<QimenReports, 'counts'>,
    Pick<Behaviours, 'behaveNext' | 'behaveFor' | 'behaveAtRandom' | 'settled'> {
  readonly port: number;
  readonly counts: {
    readonly calls: { asked: number; refused: number };
    readonly reports: QimenReports['counts'];
    readonly behaviours: Behaviours['counts'];
  };
  /** Another system told it of an order: the merchant's ERP, where that is who announces. @returns what its process report says. */
  takeFromErp(order: ErpOrder): ReturnType<QimenReports['process']>;
  close(): Promise<void>;
}

export interface ErpOrder {
  readonly orderCode: string;
  readonly trackingNumber: string;
  readonly lines: readonly { readonly itemCode: string; readonly quantity: number }[];
}

const servicePath = '/router/qimen/service';

/** A warehouse system that speaks Qimen: takes return orders and cancellations, and reports what comes; goes wrong in the ways it is told to. */
export async function startQimenWms(options: QimenWmsOptions): Promise<QimenWms> {
  const { clock, random = randomFrom(3), run = 'test' } = options;
  const counts = { asked: 0, refused: 0 };
  const book = createOrderBook(clock.now, `W-RT-${run}`);
  const behaviours = createBehaviours(random);
  const orderIdOf = (orderCode: string) => book.order(orderCode)?.orderId;
  const reports = createQimenReports({ ...options, run, orderIdOf });

  const answer = (asked: Asked) => {
    counts.asked += 1;
    if (asked.method !== 'POST' || asked.path !== servicePath) {
      counts.refused += 1;
      return { status: 404, body: '' };
    }
    const read = readQimenCall(asked, options);
    if ('fault' in read) {
      counts.refused += 1;
      return qimenFailure(read.fault);
    }
    return behaviours.perform(parcelOf(read.call, book), () => performQimenCall(read.call, book));
  };

  const server = await startServer({ port: options.port, name: 'Qimen WMS', answer });
  const { create, cancel: _, ...shown } = book;
  const { counts: reportCounts, ...reporting } = reports;
  return {
    ...shown,
    ...reporting,
    port: server.port,
    counts: { calls: counts, reports: reportCounts, behaviours: behaviours.counts },
    behaveNext: behaviours.behaveNext,
    behaveFor: behaviours.behaveFor,
    behaveAtRandom: behaviours.behaveAtRandom,
    settled: behaviours.settled,
    takeFromErp(order) {
      create({ ...order, content: JSON.stringify(order) });
      return reporting.process(order.orderCode, 'ACCEPT', { expressCode: order.trackingNumber });
    },
    close: async () => {
      behaviours.stop();
      await server.close();
    },
  };
}
