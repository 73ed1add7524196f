import { setTimeout as sleep } from 'node:timers/promises';
import { chinaClockText } from './china-clock.ts';
import type { ClockFace } from './clock.ts';
import { encodeGbk } from './gbk.ts';
import { postWebhook } from './post-webhook.ts';
import type { QimenAgreement } from './qimen-service.ts';
import { readXml, textAt, writeXml, type Xml } from './qimen-xml.ts';
import { growingRests, type Habits } from './rests.ts';
import { signQimen } from './sign-cn.ts';

/** What was answered to a report; `flag` undefined where that was no Qimen answer. */
export interface QimenAnswer {
  readonly status: number;
  readonly flag?: string;
  readonly code?: string;
}

/** ZP sellable, CC defective, JS machine-damaged, XS carton-damaged, ZT on its way (which no goods are that were booked in). */
export type InventoryType = 'ZP' | 'CC' | 'JS' | 'XS' | 'ZT';

export interface ConfirmedLine {
  readonly itemCode: string;
  readonly inventoryType?: InventoryType;
  readonly planQty: number;
  readonly actualQty: number;
  readonly batches?: readonly { readonly inventoryType?: InventoryType; readonly actualQty: number }[];
}

export interface ConfirmMore {
  readonly expressCode?: string;
  readonly logisticsCode?: string;
  /** 1: more to follow. */
  readonly confirmType?: 0 | 1;
  /** The same twice is the same report; a new one where not given. */
  readonly outBizCode?: string;
  /** When it was booked in, in milliseconds of the simulated clock; now where not given. */
  readonly at?: number;
}

export interface ReportedPackage {
  readonly expressCode: string;
  readonly logisticsCode?: string;
  readonly signedAt?: number;
}

export interface QimenReports {
  readonly counts: { sent: number; accepted: number };
  /** Parcels that were handed over at the dock, unopened. */
  packageReport(packages: readonly ReportedPackage[], outBizCode?: string): Promise<QimenAnswer>;
  /** Goods that were booked in, with what the check found. */
  confirm(orderCode: string, lines: readonly ConfirmedLine[], more?: ConfirmMore): Promise<QimenAnswer>;
  /** A step of its own work on an order (ACCEPT, EXCEPTION, …). */
  process(orderCode: string, status: string, more?: { expressCode?: string; at?: number }): Promise<QimenAnswer>;
}

export interface QimenReportOptions extends QimenAgreement, Habits {
  readonly clock: ClockFace;
  readonly webhooksUrl: string;
  readonly channel: string;
  /** Of the bodies; UTF-8 where not given. */
  readonly charset?: 'utf-8' | 'gbk';
  /** Its own number for an order, where it gave one. */
  readonly orderIdOf: (orderCode: string) => string | undefined;
  /** Sets this run's reports apart from those of other runs. */
  readonly run: string;
}

const usualRests = growingRests({ firstMs: 500, tries: 6 });
const answerWithinMs = 15_000;

/** Signs reports as a WMS does, and sends each again until it is taken. Its `timestamp` is this machine's clock; what it tells of is not. */
export function createQimenReports(options: QimenReportOptions): QimenReports {
  const { clock, secret, warehouseCode, ownerCode, charset = 'utf-8' } = options;
  const { restAfter = usualRests, post: send = postWebhook } = options;
  const counts = { sent: 0, accepted: 0 };
  let next = 0;
  const newCode = () => {
    next += 1;
    return `${warehouseCode}-${options.run}-${next}`;
  };
  const timeOf = (at = clock.now()) => chinaClockText(at);

  async function post(api: string, content: Xml): Promise<QimenAnswer> {
    const xml = writeXml('request', content, charset);
    const body = charset === 'gbk' ? encodeGbk(xml) : Buffer.from(xml);
    const parameters = {
      method: `taobao.qimen.${api}`,
      timestamp: chinaClockText(Date.now()),
      format: 'xml',
      app_key: options.appKey,
      v: '2.0',
      sign_method: 'md5',
      customerId: options.customerId,
    };
    const query = new URLSearchParams({ ...parameters, sign: signQimen(secret, parameters, body) });
    const url = `${options.webhooksUrl}/qimen/${options.channel}?${query}`;
    const headers = { 'content-type': `text/xml;charset=${charset}` };
    const { status, body: text } = await send({ url, headers, body, timeoutMs: answerWithinMs });
    const answer = readAnswer(text);
    return { status, ...answer };
  }

  async function report(api: string, content: Xml): Promise<QimenAnswer> {
    counts.sent += 1;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await post(api, content);
      const restMs = answer.flag === undefined ? restAfter(attempt) : undefined;
      if (restMs === undefined) {
        counts.accepted += answer.flag === 'success' ? 1 : 0;
        return answer;
      }
      await sleep(restMs);
    }
  }

  return {
    counts,
    packageReport: (packages, outBizCode = newCode()) =>
      report('returnpackage.report', {
        order: { orderCode: `THPL-${outBizCode}`, warehouseCode, outBizCode, orderType: 'THPL', ownerCode },
        packages: {
          package: packages.map(({ expressCode, logisticsCode = 'OTHER', signedAt }) => ({
            logisticsCode,
            expressCode,
            weight: '1.2',
            signUserName: '王仓管',
            signTime: timeOf(signedAt),
            status: 'sign',
          })),
        },
      }),
    confirm: (orderCode, lines, more = {}) =>
      report('returnorder.confirm', {
        returnOrder: {
          returnOrderCode: orderCode,
          returnOrderId: options.orderIdOf(orderCode),
          warehouseCode,
          outBizCode: more.outBizCode ?? newCode(),
          orderType: 'THRK',
          orderConfirmTime: timeOf(more.at),
          logisticsCode: more.logisticsCode ?? 'OTHER',
          expressCode: more.expressCode,
          confirmType: String(more.confirmType ?? 0),
          remark: '外箱完好,寄件人李小买已电话确认',
          senderInfo: { name: '李小买', mobile: '13800000000', detailAddress: '示例路2号' },
        },
        orderLines: { orderLine: lines.map((line, index) => lineOf(line, index, ownerCode)) },
      }),
    process: (orderCode, status, { expressCode, at } = {}) =>
      report('orderprocess.report', {
        order: { orderCode, orderId: options.orderIdOf(orderCode), orderType: 'THRK', warehouseCode },
        process: { processStatus: status, operatorName: '王仓管', operateTime: timeOf(at), expressCode },
      }),
  };
}

function lineOf(line: ConfirmedLine, index: number, ownerCode: string): Xml {
  const { itemCode, inventoryType, planQty, actualQty, batches } = line;
  return {
    orderLineNo: String(index + 1),
    ownerCode,
    itemCode,
    inventoryType,
    planQty: String(planQty),
    actualQty: String(actualQty),
    batchs: batches && {
      batch: batches.map((batch, at) => ({
        batchCode: `B${at + 1}`,
        inventoryType: batch.inventoryType,
        actualQty: String(batch.actualQty),
      })),
    },
  };
}

function readAnswer(text: string): { flag?: string; code?: string } {
  try {
    const content = readXml(text);
    const [flag, code] = [textAt(content, 'flag'), textAt(content, 'code')];
    return { ...(flag !== undefined && { flag }), ...(code !== undefined && { code }) };
  } catch {
    return {};
  }
}
