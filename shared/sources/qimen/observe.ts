import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { ignored, notUnderstood } from '../observed.ts';
import type { Delivery, Observed, Observer } from '../source.ts';
import type { Context } from './context.ts';
import { type Report, reportOf } from './method.ts';
import { observeConfirm } from './observe-confirm.ts';
import { observePackages } from './observe-package.ts';
import { observeProcess } from './observe-process.ts';
import { readXml } from './read-xml.ts';
import { contextIn, contextsOf } from './whose-report.ts';

const observeReport: Readonly<Record<Report, (value: unknown, context: Context) => Observed>> = {
  'returnorder.confirm': observeConfirm,
  'returnpackage.report': observePackages,
  'orderprocess.report': observeProcess,
};

/** By which child of the root each report is known when no method is named. */
const reportsByContent: readonly (readonly [child: string, report: Report])[] = [
  ['returnOrder', 'returnorder.confirm'],
  ['packages', 'returnpackage.report'],
  ['process', 'orderprocess.report'],
];

/** What a WMS also reports and what says nothing of a return: outbound and purchase orders, stock, serial numbers. */
const otherReports =
  /(?:^|\.)(?:deliveryorder|entryorder|stockout|stockchange|inventory|itemlack|sn|order\.sn|wavenum|storeprocess|transferorder|receiverinfo)\.\w+$/;

/** Qimen: what a warehouse says of returns. */
export const qimenObserver: Observer = { source: 'qimen', revision: 3, observe };

function observe(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  const contexts = contextsOf(delivery, channel, merchant);
  if ('fault' in contexts) {
    return notUnderstood(contexts.fault);
  }
  const { '?method': method = '', 'content-type': contentType = '' } = delivery.headers;
  const named = reportOf(method);
  if (!named && otherReports.test(method)) {
    return ignored('the report is not of a return');
  }
  const read = readXml(delivery.body, contentType, 'request');
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const report = named ?? (method === '' ? reportIn(read.value) : undefined);
  if (!report) {
    return notUnderstood('the method is not one that Backhaul reads');
  }
  const context = contextIn(read.value, contexts);
  return 'fault' in context ? notUnderstood(context.fault) : observeReport[report](read.value, context);
}

function reportIn(value: unknown): Report | undefined {
  const children = new Set(Object.keys(Object(value)));
  return reportsByContent.find(([child]) => children.has(child))?.[1];
}
