import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qimenReceiver } from '#shared/sources/qimen/receiver.ts';
import { qimenSign } from '#shared/sources/qimen/sign.ts';
import { verifyQimen } from '#shared/sources/qimen/verify.ts';
import type { WebhookRequest } from '#shared/sources/source.ts';
import { fixture } from '../../contract/source-vectors.ts';

const secret = 'qimen-test-secret';
const body = fixture('qimen/returnorder-confirm');
const sentAt = new Date('2024-05-06T12:00:00+08:00');
const common = {
  app_key: '12345678',
  customerId: 'c-wh-01',
  format: 'xml',
  method: 'taobao.qimen.returnorder.confirm',
  sign_method: 'md5',
  timestamp: '2024-05-06 12:00:00',
  v: '2.0',
};

/** Upper hex MD5 over text and bytes, written down as the document says it. */
function md5(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('md5');
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest('hex').toUpperCase();
}

function pairsOf(params: Readonly<Record<string, string>>): string {
  return Object.keys(params)
    .sort()
    .map((name) => name + params[name])
    .join('');
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sign?: string;
  /** After the parameters and the signature. */
  readonly more?: string;
  readonly rawBody?: Uint8Array;
}

function requestOf({ params = common, headers = {}, sign, more = '', rawBody = body }: Sent = {}): WebhookRequest {
  const signature = sign ?? md5(secret, pairsOf(params), rawBody, secret);
  const rawQuery = `${new URLSearchParams({ ...params, sign: signature })}${more}`;
  const query = Object.fromEntries(
    [...new URLSearchParams(rawQuery)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: 'POST',
    headers: { 'content-type': 'text/xml;charset=utf-8', ...headers },
    query,
    rawQuery,
    rawBody,
  };
}

const isGenuine = (request: WebhookRequest, now = sentAt): boolean => verifyQimen(request, { current: secret }, now).ok;

describe('qimenSign', () => {
  it.each([
    ['returnorder-confirm', 'returnorder.confirm', '8D479786CF20B2AEA05861500BE97E8A'],
    ['returnorder-create', 'returnorder.create', '6D14DB72E09447214D4A7DDF2E1821E4'],
  ])('signs vector %s as published', (name, api, sign) => {
    const params = { ...common, method: `taobao.qimen.${api}`, sign: 'not signed itself' };

    const signed = qimenSign(
      secret,
      Object.entries(params).map(([key, value]) => ({ name: key, value: Buffer.from(value) })),
      fixture(`qimen/${name}`),
    );

    expect(signed.toString('hex').toUpperCase()).toBe(sign);
  });
});

describe('verifyQimen', () => {
  it('takes a request as its sender signs it', () => {
    expect(isGenuine(requestOf())).toBe(true);
  });

  it('takes a signature in lower case, which several senders write', () => {
    expect(isGenuine(requestOf({ sign: md5(secret, pairsOf(common), body, secret).toLowerCase() }))).toBe(true);
  });

  it.each([
    [-600, true],
    [600, true],
    [-601, false],
    [601, false],
  ])('with a clock %i s off answers %s', (seconds, ok) => {
    expect(isGenuine(requestOf(), new Date(sentAt.getTime() + seconds * 1000))).toBe(ok);
  });

  it.each(['2024-05-06T12:00:00', '2024-05-06 12:00', '1714968000', '2024-05-06 12:00:00Z', '2024-02-30 12:00:00', ''])(
    'refuses the timestamp %j though it is signed',
    (timestamp) => {
      expect(isGenuine(requestOf({ params: { ...common, timestamp } }))).toBe(false);
    },
  );

  it.each(['hmac', 'MD5', ''])('refuses the signature method %j though it is signed', (method) => {
    expect(isGenuine(requestOf({ params: { ...common, sign_method: method } }))).toBe(false);
  });

  it.each([
    ['a parameter twice', '&v=2.0'],
    ['a parameter twice in another case', '&customerid=c-wh-02'],
    ['two signatures', '&sign=8D479786CF20B2AEA05861500BE97E8A'],
    ['an escape that is none', '&a=%zz'],
    ['an escape cut off', '&a=%4'],
    ['a name without a value', '&a'],
    ['a value with an equals sign', '&a=b=c'],
    ['a name that is escaped', '&%61=b'],
    ['an empty item', '&'],
    ['letters that are not escaped', '&a=仓'],
  ])('refuses %s', (_name, more) => {
    expect(isGenuine(requestOf({ more }))).toBe(false);
  });

  it('refuses a second name in another case though it is signed: a gateway would take one for the other', () => {
    expect(isGenuine(requestOf({ params: { ...common, customerid: 'c-wh-02' } }))).toBe(false);
  });

  it('refuses a parameter that was not signed', () => {
    expect(isGenuine(requestOf({ more: '&extra=1' }))).toBe(false);
  });

  it('keeps the case of names: customerid is another name than customerId', () => {
    const request = requestOf();

    expect(isGenuine({ ...request, rawQuery: request.rawQuery.replace('customerId', 'customerid') })).toBe(false);
  });

  it('refuses the start of the body passed off as the end of a value', () => {
    const prolog = '<?xml version="1.0" encoding="utf-8"?>';
    const { v, ...others } = common;
    const request = requestOf();
    const query = new URLSearchParams({ ...others, v: v + prolog, sign: md5(secret, pairsOf(common), body, secret) });

    expect(isGenuine({ ...request, rawQuery: query.toString(), rawBody: body.subarray(prolog.length) })).toBe(false);
  });

  /** What XML lets stand before a document was passed off as the end of a value: the same message came again as another one. */
  it.each([
    ['a byte order mark', '\ufeff'],
    ['a line end', '\r\n'],
    ['a line feed', '\n'],
    ['a tab', '\t'],
    ['a blank', ' '],
    ['a control character', '\u007f'],
  ])('refuses %s before the body passed off as the end of a value', (_name, start) => {
    const whole = Buffer.concat([Buffer.from(start), body]);
    const sign = md5(secret, pairsOf(common), whole, secret);

    expect(isGenuine(requestOf({ rawBody: whole, sign }))).toBe(true);
    expect(isGenuine(requestOf({ params: { ...common, v: `2.0${start}` }, sign }))).toBe(false);
  });

  it('takes a timestamp with a fraction of a second', () => {
    expect(isGenuine(requestOf({ params: { ...common, timestamp: '2024-05-06 12:00:00.123' } }))).toBe(true);
  });

  it('signs the headers that top-sign-list names among the parameters, and an absent one as empty', () => {
    const pairs = pairsOf({ ...common, 'X-Trace': 'a b', 'X-None': '' });
    const sign = md5(secret, pairs, body, secret);
    const headers = { 'top-sign-list': 'X-Trace,X-None', 'x-trace': 'a%20b' };

    expect(isGenuine(requestOf({ headers, sign }))).toBe(true);
    expect(isGenuine(requestOf({ headers: { ...headers, 'x-trace': 'a%20c' }, sign }))).toBe(false);
    expect(isGenuine(requestOf({ headers: { ...headers, 'top-sign-list': 'X-Trace' }, sign }))).toBe(false);
  });

  it('refuses a listed header of a name that a parameter has', () => {
    expect(isGenuine(requestOf({ headers: { 'top-sign-list': 'v', v: '2.0' } }))).toBe(false);
  });

  it('signs the fields of a form instead of its body', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
    const rawBody = Buffer.from('data=a+b%2Fc');
    const sign = md5(secret, pairsOf({ ...common, data: 'a b/c' }), secret);

    expect(isGenuine(requestOf({ headers, rawBody, sign }))).toBe(true);
    expect(isGenuine(requestOf({ headers, rawBody: Buffer.from('data=a+b%2Fd'), sign }))).toBe(false);
    expect(isGenuine(requestOf({ headers, rawBody, sign: md5(secret, pairsOf(common), rawBody, secret) }))).toBe(false);
  });

  it('signs the bytes of a GBK value, whatever they mean', () => {
    const gbk = Buffer.from([0xb2, 0xd6]);
    const sign = md5(secret, pairsOf(common), 'warehouse', gbk, body, secret);

    expect(
      isGenuine(requestOf({ headers: { 'content-type': 'text/xml;charset=GBK' }, sign, more: '&warehouse=%B2%D6' })),
    ).toBe(true);
  });

  it('takes the previous secret while the sender changes over', () => {
    expect(verifyQimen(requestOf(), { current: 'new', previous: secret }, sentAt).ok).toBe(true);
  });
});

describe('qimenReceiver', () => {
  const idOf = (text: string, params: Record<string, string> = common): string =>
    qimenReceiver.identify(requestOf({ params, rawBody: Buffer.from(text) })).deliveryId;

  it('names a delivery by customer, report, order and the message id of the WMS', () => {
    expect(qimenReceiver.identify(requestOf())).toEqual({
      deliveryId: 'qimen:c-wh-01:returnorder.confirm:RMA202405060001:W-RT-88001-1',
      subject: 'returnorder.confirm',
    });
  });

  it('names it the same again when it is sent again at another time', () => {
    const again = requestOf({ params: { ...common, timestamp: '2024-05-06 12:05:00' } });

    expect(qimenReceiver.identify(again)).toEqual(qimenReceiver.identify(requestOf()));
  });

  it('tells apart two orders, and two reports, whose messages have one number', () => {
    const text = body.toString();
    const other = text.replace('RMA202405060001', 'RMA202405060002');
    const report = { ...common, method: 'returnpackage.report' };

    expect(new Set([idOf(text), idOf(other), idOf(text, report)]).size).toBe(3);
  });

  it('names a message without an id by its order and a hash of its body', () => {
    const text = body.toString().replace('<outBizCode>W-RT-88001-1</outBizCode>', '');

    expect(idOf(text)).toMatch(/^qimen:c-wh-01:returnorder\.confirm:RMA202405060001:[0-9a-f]{32}$/);
    expect(idOf(`${text} `)).not.toBe(idOf(text));
  });

  it('takes no id from a comment or a CDATA section', () => {
    const hidden = body.toString().replace('<confirmType>', '<!-- <outBizCode>other</outBizCode> --><confirmType>');

    expect(idOf(hidden)).toMatch(/^qimen:c-wh-01:returnorder\.confirm::[0-9a-f]{32}$/);
  });

  it('hashes codes that do not fit into a key, or could run together', () => {
    const text = body.toString();

    expect(idOf(text.replace('W-RT-88001-1', '消息 1'))).toMatch(/^sha256-/);
    expect(idOf(text.replace('W-RT-88001-1', 'a:b'))).toMatch(/^sha256-/);
  });

  it('says unknown of a method that is no report of a return', () => {
    const request = requestOf({ params: { ...common, method: 'taobao.qimen.deliveryorder.confirm' } });

    expect(qimenReceiver.identify(request).subject).toBe('unknown');
  });

  it('answers with the documented flags, and status 200 either way', () => {
    const head = '<?xml version="1.0" encoding="utf-8"?>';
    const headers = { 'content-type': 'text/xml;charset=utf-8' };

    expect(qimenReceiver.accepted).toEqual({
      status: 200,
      headers,
      body: `${head}<response><flag>success</flag><code>0</code><message>ok</message></response>`,
    });
    expect(qimenReceiver.refused).toEqual({
      status: 200,
      headers,
      body: `${head}<response><flag>failure</flag><code>sign-check-failure</code><message>Illegal request</message></response>`,
    });
  });
});
