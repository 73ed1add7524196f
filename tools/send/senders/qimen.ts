import { reports } from '#shared/sources/qimen/method.ts';
import { chinaClockText } from '../../../test/simulators/china-clock.ts';
import { readXml, writeXml, type Xml } from '../../../test/simulators/qimen-xml.ts';
import { signQimen } from '../../../test/simulators/sign-cn.ts';
import { fixtureText } from '../fixture.ts';
import type { Occasion, SampleSender } from '../sample-sender.ts';

/** Qimen's reports of a WMS, as the warehouse of the channel would send them. */
export const qimenSender: SampleSender = {
  source: 'qimen',
  content: 'the XML below <request>, as in returnOrder.returnOrderCode',
  types: Object.fromEntries(reports.map((report) => [report, undefined])),
  sampleOf: (report, occasion) => ofWarehouse(readXml(fixtureText(`qimen/${report.replace('.', '-')}`)), occasion),
  post: (report, content, occasion) => {
    const { appKey = '', customerId = '' } = qimenOf(occasion) ?? {};
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

function qimenOf({ channel, merchant }: Occasion) {
  return merchant.warehouses.find(({ id }) => id === channel.warehouse)?.qimen;
}

/** With the codes by which this warehouse and its owner are known there. */
function ofWarehouse(content: Xml, occasion: Occasion): Xml {
  const codes = {
    warehouseCode: qimenOf(occasion)?.warehouseCode,
    ownerCode: occasion.merchant.warehouses.find(({ id }) => id === occasion.channel.warehouse)?.ownerCode,
  };
  return JSON.parse(JSON.stringify(content), (name, value) => codes[name as keyof typeof codes] ?? value);
}
