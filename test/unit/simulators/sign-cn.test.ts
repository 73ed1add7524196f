import { describe, expect, it } from 'vitest';
import { signDoudianCall, signDoudianPush, signKuaidi100, signQimen } from '../../simulators/sign-cn.ts';

/** The vectors of platforms-cn.md, annex A, byte for byte. */
const doudian = { appKey: '7000000000000000001', secret: 'dd-test-secret-0001' };
const shipped =
  '[{"tag":"203","msg_id":"7201234567890123457:203:1714966800:0001","data":"{\\"aftersale_id\\":7201234567890123457,\\"aftersale_status\\":11,\\"aftersale_type\\":0,\\"p_id\\":6920011223344556677,\\"s_id\\":6920011223344556677,\\"shop_id\\":4400123,\\"reason_code\\":15,\\"refund_amount\\":12900,\\"refund_post_amount\\":0,\\"refund_voucher_num\\":0,\\"return_time\\":1714966800,\\"update_time\\":\\"2024-05-06T11:40:00+08:00\\"}"}]';
const check = '[{"tag":"0","msg_id":"0","data":"2024-05-06T11:00:00+08:00"}]';
const param =
  '{"status":"polling","billstatus":"sending","message":"","autoCheck":"0","comOld":"","comNew":"","lastResult":{"message":"ok","state":"3","status":"200","condition":"F00","ischeck":"1","com":"shunfeng","nu":"SF1234567890123","data":[{"time":"2024-05-06 11:50:00","ftime":"2024-05-06 11:50:00","context":"已签收,签收人:仓库","status":"签收","statusCode":"3","areaCode":"CN330100000000","areaName":"浙江,杭州市"},{"time":"2024-05-05 09:00:00","ftime":"2024-05-05 09:00:00","context":"已揽收","status":"揽收","statusCode":"1","areaCode":"CN440300000000","areaName":"广东,深圳市"}]}}';
const confirm =
  '<?xml version="1.0" encoding="utf-8"?><request><returnOrder><returnOrderCode>RMA202405060001</returnOrderCode><returnOrderId>W-RT-88001</returnOrderId><warehouseCode>WH-HZ-01</warehouseCode><outBizCode>W-RT-88001-1</outBizCode><orderType>THRK</orderType><orderConfirmTime>2024-05-06 11:58:00</orderConfirmTime><logisticsCode>SF</logisticsCode><expressCode>SF1234567890123</expressCode><confirmType>0</confirmType></returnOrder><orderLines><orderLine><orderLineNo>1</orderLineNo><ownerCode>OWN01</ownerCode><itemCode>SKU-RED-M</itemCode><inventoryType>ZP</inventoryType><planQty>2</planQty><actualQty>1</actualQty></orderLine><orderLine><orderLineNo>1</orderLineNo><ownerCode>OWN01</ownerCode><itemCode>SKU-RED-M</itemCode><inventoryType>CC</inventoryType><planQty>2</planQty><actualQty>1</actualQty></orderLine></orderLines></request>';
const create =
  '<?xml version="1.0" encoding="utf-8"?><request><returnOrder><returnOrderCode>RMA202405060001</returnOrderCode><warehouseCode>WH-HZ-01</warehouseCode><orderType>THRK</orderType><preDeliveryOrderCode>SO20240420001</preDeliveryOrderCode><logisticsCode>SF</logisticsCode><expressCode>SF1234567890123</expressCode><returnReason>QUALITY_DEFECT</returnReason><senderInfo><name>张三</name><mobile>13800000000</mobile><province>浙江省</province><city>杭州市</city><detailAddress>测试路1号</detailAddress></senderInfo><sourcePlatformCode>TM</sourcePlatformCode></returnOrder><orderLines><orderLine><orderLineNo>1</orderLineNo><ownerCode>OWN01</ownerCode><itemCode>SKU-RED-M</itemCode><inventoryType>ZP</inventoryType><planQty>2</planQty></orderLine></orderLines></request>';
const parameters = {
  app_key: '12345678',
  customerId: 'c-wh-01',
  format: 'xml',
  method: 'taobao.qimen.returnorder.confirm',
  sign_method: 'md5',
  timestamp: '2024-05-06 12:00:00',
  v: '2.0',
};

describe('signDoudianPush', () => {
  it.each([
    [shipped, '0ac5cade55cc844e6d0ed2646e37d336'],
    [check, '7e3b3b0f6be21405297560c3fd6439dd'],
  ])('signs the documented bodies', (body, sign) => {
    expect(signDoudianPush(doudian.appKey, doudian.secret, body)).toMatchObject({
      'app-id': doudian.appKey,
      'event-sign': sign,
    });
  });
});

describe('signDoudianCall', () => {
  it('signs name and value of each signed parameter between two secrets', () => {
    const call = {
      appKey: doudian.appKey,
      method: 'afterSale.Detail',
      paramJson: '{"after_sale_id":"7201234567890123457"}',
      timestamp: '2024-05-06 12:00:00',
      version: '2',
    };

    expect(signDoudianCall(doudian.secret, call)).toBe(
      'a1c83547fbabd10a77aaa1e6922c0abf99aead20a4e896f9ed3edbce1936d7fa',
    );
  });
});

describe('signKuaidi100', () => {
  it.each([
    ['k100salt', 'C17CF11B01BA72067112607258B7651F'],
    ['', 'E1BEBA866B34A570C6B11AA970239865'],
  ])('signs the documented param with the salt “%s”', (salt, sign) => {
    expect(signKuaidi100(param, salt)).toBe(sign);
  });
});

describe('signQimen', () => {
  it('signs the documented report', () => {
    expect(signQimen('qimen-test-secret', parameters, confirm)).toBe('8D479786CF20B2AEA05861500BE97E8A');
  });

  it('signs the documented order, and leaves a signature that is there already out', () => {
    const signed = { ...parameters, method: 'taobao.qimen.returnorder.create', sign: 'anything' };

    expect(signQimen('qimen-test-secret', signed, create)).toBe('6D14DB72E09447214D4A7DDF2E1821E4');
  });
});
