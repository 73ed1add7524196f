import { describe, expect, it } from 'vitest';
import { readForm } from '#shared/sources/kuaidi100/form.ts';
import { kuaidi100Receiver } from '#shared/sources/kuaidi100/receiver.ts';
import type { WebhookRequest } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const channel = merchant.channels.find((each) => each.source === 'kuaidi100') ?? ('' as never);
const delivered = fixture('kuaidi100/delivered').toString();
const sign = 'C17CF11B01BA72067112607258B7651F';

function request(body: string, query: Record<string, string> = {}): WebhookRequest {
  return { method: 'POST', headers: {}, query, rawQuery: '', rawBody: Buffer.from(body) };
}

function isGenuine(body: string, current = 'k100salt'): boolean {
  return kuaidi100Receiver.verify(request(body), { current }, channel, new Date()).ok;
}

function formOf(param: unknown): string {
  return new URLSearchParams({ sign, param: JSON.stringify(param) }).toString();
}

describe('readForm', () => {
  it('decodes each field once, with + as a blank', () => {
    const form = readForm(Buffer.from('param=%7B%22a%22%3A%22%2525+x%2B%E5%B7%B2%22%7D&sign='));

    expect(form && [...form]).toEqual([
      ['param', '{"a":"%25 x+已"}'],
      ['sign', ''],
    ]);
  });

  it.each(['a=1&a=1', 'a=1&%61=2', 'a=%', 'a=%zz', 'a=%FF', 'a=1&b&b'])('refuses %s', (body) => {
    expect(readForm(Buffer.from(body))).toBeUndefined();
  });
});

describe('kuaidi100Receiver.verify', () => {
  it('takes the signature in either case, and the fields in either order', () => {
    const [first = '', second = ''] = delivered.split('&');

    expect(isGenuine(delivered.replace(sign, sign.toLowerCase()))).toBe(true);
    expect(isGenuine(`${second}&${first}`)).toBe(true);
  });

  it('empty salt: refuses a push that was signed with one, even where the secret is empty', () => {
    const unsalted = fixture('kuaidi100/empty-salt').toString();

    expect([isGenuine(unsalted), isGenuine(unsalted, '')]).toEqual([false, false]);
  });

  it.each([
    ['sign there twice', `${delivered}&sign=${sign}`],
    ['param there twice', `${delivered}&param=%7B%7D`],
    ['param there twice, once in disguise', `${delivered}&%70aram=%7B%7D`],
    ['no sign', delivered.replace(`sign=${sign}&`, '')],
    ['an empty sign', delivered.replace(sign, '')],
    ['no param', `sign=${sign}`],
    ['a param that was encoded twice', delivered.replaceAll('%', '%25')],
  ])('refuses a form with %s', (_name, body) => {
    expect(isGenuine(body)).toBe(false);
  });
});

describe('kuaidi100Receiver.identify', () => {
  it('makes an id of carrier, number and content', () => {
    expect(kuaidi100Receiver.identify(request(delivered))).toEqual({
      deliveryId: 'k100:shunfeng:SF1234567890123:e1beba866b34a570c6b11aa970239865',
      subject: 'polling',
    });
  });

  it('tells the same words of a later subscription apart by the round in the callback URL', () => {
    const idOf = (query: Record<string, string>) =>
      kuaidi100Receiver.identify(request(fixture('kuaidi100/aborted').toString(), query)).deliveryId;

    expect(idOf({ round: '2' })).toBe(`${idOf({})}:2`);
    const others = ['2,3', '1', '6', '100'].map((round) => idOf({ round }));
    expect(others).toEqual(others.map(() => idOf({})));
  });

  it.each([
    ['no number', { status: 'abort', lastResult: { com: 'yuantong' } }, 'abort'],
    ['a status of its own', { status: '张三', lastResult: null }, 'unknown'],
    ['null', null, 'unknown'],
    ['a number that does not fit into a key', { lastResult: { com: 'jd', nu: '单 号' } }, 'unknown'],
  ])('falls back to a hash for %s', (_name, param, subject) => {
    const identity = kuaidi100Receiver.identify(request(formOf(param)));

    expect(identity.deliveryId).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(identity.subject).toBe(subject);
  });
});

describe('kuaidi100Receiver.accepted', () => {
  it('is what Kuaidi100 counts as taken', () => {
    const { status, body } = kuaidi100Receiver.accepted;

    expect([status, JSON.parse(body ?? '')]).toEqual([200, { result: true, returnCode: '200', message: '成功' }]);
  });
});
