import type { Warehouse } from '#shared/merchant/merchant.ts';
import { warehouseIdsOf } from '#shared/merchant/warehouse-ids.ts';
import { reports } from '#shared/sources/qimen/method.ts';
import { chinaClockText } from '../../../test/simulators/china-clock.ts';
import { readXml, writeXml, type Xml } from '../../../test/simulators/qimen-xml.ts';
import { signQimen } from '../../../test/simulators/sign-cn.ts';
import { fixtureText } from '../fixture.ts';
import type { Occasion, SampleSender } from '../sample-sender.ts';

/** Qimen's reports of a WMS, as the warehouse of the channel would send them, or the first of several. */
export const qimenSender: SampleSender = {
  source: 'qimen',
  content: 'the XML below <request>, as in returnOrder.returnOrderCode',
  types: Object.fromEntries(reports.map((report) => [report, undefined])),
  sampleOf: (report, occasion) => ofWarehouse(readXml(fixtureText(`qimen/${report.replace('.', '-')}`)), occasion),
  post: (report, content, occasion) => {
    const { appKey = '', customerId = '' } = warehouseOf(occasion)?.qimen ?? {};
    const body = Buffer.from(writeXml('request', content as Xml));
    const parameters = {
      method: `taobao.qimen.${report}`,
      timestamp: chinaClockText(occasion.now.getTime()),
      format: 'xml',
      app_key: appKey,
      v: '2.0',
      sign_method: 'md5',
      customerId,
    };
    const sign = signQimen(occasion.secret, parameters, body);
    return {
      headers: { 'content-type': 'text/xml;charset=utf-8' },
      rawQuery: new URLSearchParams({ ...parameters, sign }).toString(),
      body,
    };
  },
};

function warehouseOf({ channel, merchant }: Occasion): Warehouse | undefined {
  const [first] = warehouseIdsOf(channel);
  return merchant.warehouses.find(({ id }) => id === first);
}

/** With the codes by which this warehouse and its owner are known there. */
function ofWarehouse(content: Xml, occasion: Occasion): Xml {
  const { qimen, ownerCode } = warehouseOf(occasion) ?? {};
  const codes = { warehouseCode: qimen?.warehouseCode, ownerCode };
  return JSON.parse(JSON.stringify(content), (name, value) => codes[name as keyof typeof codes] ?? value);
}
