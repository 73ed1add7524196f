import { readChinaClock } from './china-clock.ts';
import type { Answered, Asked } from './http-server.ts';
import type { OrderBook } from './order-book.ts';
import { listAt, readXml, textAt, writeXml, type Xml } from './qimen-xml.ts';
import { signQimen } from './sign-cn.ts';

/** What a merchant and a warehouse system agreed on. */
export interface QimenAgreement {
  readonly appKey: string;
  readonly secret: string;
  readonly customerId: string;
  readonly warehouseCode: string;
  readonly ownerCode: string;
}

/** A call that was read and is in order; nothing has happened yet. */
export interface QimenCall {
  readonly method: 'returnorder.create' | 'order.cancel';
  readonly content: Xml;
}

type Fault = readonly [code: string, message: string];

const toleranceMs = 600_000;
/** `*` in platforms-cn.md, 4c. */
const neededFields = {
  'returnorder.create': [
    'returnOrder/returnOrderCode',
    'returnOrder/warehouseCode',
    'returnOrder/preDeliveryOrderCode',
    'returnOrder/logisticsCode',
    'returnOrder/senderInfo/name',
    'returnOrder/senderInfo/mobile',
    'returnOrder/senderInfo/province',
    'returnOrder/senderInfo/city',
    'returnOrder/senderInfo/detailAddress',
  ],
  'order.cancel': ['warehouseCode', 'orderCode'],
} as const;
const neededOfLine = ['ownerCode', 'itemCode', 'planQty'];
const orderTypes = ['THRK', 'HHRK'];

/**
 * Checks a call in full before anything happens: its signature over the raw body, who calls, and every field that Qimen requires.
 * Its `timestamp` is checked against the clock of this machine, which is its caller's.
 */
export function readQimenCall(asked: Asked, agreement: QimenAgreement): { fault: Fault } | { call: QimenCall } {
  const parameters = Object.fromEntries(asked.query);
  const isDoubled = asked.query.size !== Object.keys(parameters).length;
  const expected = signQimen(agreement.secret, parameters, asked.body);
  const sentAt = readChinaClock(parameters.timestamp ?? '');
  if (isDoubled || parameters.sign !== expected || parameters.sign_method !== 'md5') {
    return { fault: ['sign-check-failure', 'Illegal request'] };
  }
  if (!(Math.abs(sentAt - Date.now()) <= toleranceMs)) {
    return { fault: ['invalid-timestamp', 'timestamp is not now'] };
  }
  if (parameters.app_key !== agreement.appKey || parameters.customerId !== agreement.customerId) {
    return { fault: ['invalid-customer', 'customerId is unknown'] };
  }
  const method = (Object.keys(neededFields) as QimenCall['method'][]).find((each) => parameters.method?.endsWith(each));
  if (!method || parameters.format !== 'xml' || !asked.headers['content-type']?.startsWith('text/xml')) {
    return { fault: ['invalid-method', 'method is unknown'] };
  }
  const content = readXml(asked.body.toString());
  const missing = neededFields[method].find((path) => textAt(content, path) === undefined);
  const fault = missing ? missingField(missing) : faultOf[method](content, agreement);
  return fault ? { fault } : { call: { method, content } };
}

const faultOf: Readonly<Record<QimenCall['method'], (content: Xml, agreement: QimenAgreement) => Fault | undefined>> = {
  'returnorder.create': (content, { warehouseCode, ownerCode }) => {
    const lines = listAt(content, 'orderLines/orderLine');
    const missing = lines.flatMap((line) => neededOfLine.filter((name) => textAt(line, name) === undefined))[0];
    if (lines.length === 0 || missing) {
      return missingField(`orderLines/orderLine${missing ? `/${missing}` : ''}`);
    }
    if (!orderTypes.includes(textAt(content, 'returnOrder/orderType') ?? 'THRK')) {
      return ['invalid-field', 'returnOrder/orderType'];
    }
    if (textAt(content, 'returnOrder/warehouseCode') !== warehouseCode) {
      return ['invalid-warehouse', 'returnOrder/warehouseCode'];
    }
    return lines.some((line) => textAt(line, 'ownerCode') !== ownerCode) ? ['invalid-owner', 'ownerCode'] : undefined;
  },
  'order.cancel': (content, { warehouseCode }) =>
    textAt(content, 'warehouseCode') === warehouseCode ? undefined : ['invalid-warehouse', 'warehouseCode'],
};

function missingField(path: string): Fault {
  return ['missing-field', path];
}

/** Which parcel a call is about; a cancellation names only its order. */
export function parcelOf({ content }: QimenCall, book: Pick<OrderBook, 'order'>): string | undefined {
  return textAt(content, 'returnOrder/expressCode') ?? book.order(textAt(content, 'orderCode') ?? '')?.trackingNumber;
}

/** Lets a call take effect. */
export function performQimenCall({ method, content }: QimenCall, book: OrderBook): Answered {
  return method === 'order.cancel' ? cancel(content, book) : create(content, book);
}

function create(content: Xml, book: OrderBook): Answered {
  const orderCode = textAt(content, 'returnOrder/returnOrderCode') ?? '';
  const outcome = book.create({
    orderCode,
    trackingNumber: textAt(content, 'returnOrder/expressCode') ?? '',
    originalOrder: textAt(content, 'returnOrder/preDeliveryOrderCode') ?? '',
    carrier: textAt(content, 'returnOrder/logisticsCode') ?? '',
    lines: listAt(content, 'orderLines/orderLine').map((line) => ({
      itemCode: textAt(line, 'itemCode') ?? '',
      quantity: Number(textAt(line, 'planQty')),
    })),
    content: JSON.stringify(content),
  });
  switch (outcome) {
    case 'created':
    case 'repeated':
      return qimenSuccess({ returnOrderId: book.order(orderCode)?.orderId });
    case 'conflict':
      return qimenFailure(['order-exists', 'another order has this code']);
    case 'late':
      return qimenFailure(['order-cancelled', 'the order was cancelled']);
  }
}

function cancel(content: Xml, book: OrderBook): Answered {
  return book.cancel(textAt(content, 'orderCode') ?? '') === 'unknown'
    ? qimenFailure(['order-not-exist', 'order does not exist'])
    : qimenSuccess();
}

function qimenSuccess(more: Readonly<Record<string, Xml>> = {}): Answered {
  return xmlAnswer({ flag: 'success', code: '0', message: 'ok', ...more });
}

export function qimenFailure([code, message]: Fault): Answered {
  return xmlAnswer({ flag: 'failure', code, message });
}

function xmlAnswer(content: Xml): Answered {
  return {
    status: 200,
    headers: { 'content-type': 'text/xml;charset=utf-8' },
    body: writeXml('response', content),
  };
}
