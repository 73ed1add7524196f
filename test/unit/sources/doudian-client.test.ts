import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listShop } from '#shared/reconciling/list-shop.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { openDoudianClient } from '#shared/sources/doudian/client.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';
import { answering as answeringPosts, failing } from '../../memory/fake-post.ts';

const channel = merchant.channels.find((each) => each.source === 'doudian')!;
const appSecret = 'dd-test-secret-0001';
const credentials = { accessToken: 'token-of-4400123', appSecret };
const question = { channel, shop: '4400123', caseId: '7201234567890123457', credentials };
const content = (JSON.parse(fixture('doudian/read-case').toString()) as { content: string }).content;
const from = toInstant('2024-05-06T00:00:00.500Z')!;
const to = toInstant('2024-05-06T01:00:00.500Z')!;

/** A client whose calls are answered in turn, the last answer again and again. */
function clientAnswering(...answers: Parameters<typeof answeringPosts>) {
  const { options, calls } = answeringPosts(...answers);
  return { client: openDoudianClient({ ...options, nowMs: () => Date.parse('2024-05-06T20:00:00.900Z') }), calls };
}

const answering = (data: string) => ({
  body: `{"code":10000,"msg":"success","sub_code":"","sub_msg":"","data":${data}}`,
});
const refusing = (code: number, subCode = '', subMsg = '') => ({
  body: JSON.stringify({ code, msg: 'message', sub_code: subCode, sub_msg: subMsg, data: null }),
});

describe('openDoudianClient', () => {
  it('says that its calls are signed with the secret of the app', () => {
    expect(openDoudianClient({ allowLoopback: false })).toMatchObject({ source: 'doudian', signsCalls: true });
  });

  it('posts the parameters to the configured address, signed over the very body, at the time in China', async () => {
    const { client, calls } = clientAnswering(answering(content));

    await client.readCase(question);

    const call = calls[0]!;
    const url = new URL(call.url);
    const timestamp = '2024-05-07 04:00:00';
    const body = '{"after_sale_id":"7201234567890123457"}';
    const material = `${appSecret}app_key7000000000000000001methodafterSale.Detailparam_json${body}timestamp${timestamp}v2${appSecret}`;
    expect(call.body).toBe(body);
    expect(url.origin + url.pathname).toBe(`${channel.api?.baseUrl}/afterSale/Detail`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      method: 'afterSale.Detail',
      app_key: '7000000000000000001',
      access_token: 'token-of-4400123',
      timestamp,
      v: '2',
      sign: createHmac('sha256', appSecret).update(material).digest('hex'),
      sign_method: 'hmac-sha256',
    });
  });

  it('keeps every digit of the answer, which is then understood', async () => {
    const answer = await clientAnswering(answering(content)).client.readCase(question);

    expect(answer).toMatchObject({ kind: 'found', asOf: '2024-05-06T03:40:00.000Z', restMs: 0 });
    const read = answer.kind === 'found' ? answer.content : '';
    expect(read).toContain('7201234567890123457');
    expect(read).toContain('6920011223344556678');
    const around = { shop: '4400123', caseId: question.caseId, hintAt: from, readAt: to, content: read };
    const delivery = {
      source: 'doudian',
      channel: 'flagship-app',
      id: 'r',
      via: 'read',
      receivedAt: to,
      headers: {},
    } as const;
    const body = Buffer.from(JSON.stringify(around));
    expect(doudianObserver.observe({ ...delivery, body }, channel, merchant)).toMatchObject({
      sayings: [{ ref: { caseKey: 'doudian:4400123:7201234567890123457' } }],
    });
  });

  it('keeps an answer of another form, too, so that it can be understood later', async () => {
    expect(await clientAnswering(answering('{"x":1}')).client.readCase(question)).toEqual({
      kind: 'found',
      content: '{"x":1}',
      restMs: 0,
    });
  });

  it.each([
    ['an id that is none of the shop’s', refusing(40004, 'isv.parameter-invalid:11000')],
    ['an empty answer', refusing(50002, 'isv.business-failed:10002')],
    ['a case that does not exist', refusing(50002, 'isv.business-failed:12345', '售后单不存在')],
    ['no data', answering('null')],
  ])('answers missing on %s', async (_name, answer) => {
    expect(await clientAnswering(answer).client.readCase(question)).toEqual({ kind: 'missing' });
  });

  it.each([
    ['429 with retry-after 7', { status: 429, headers: { 'retry-after': '7' } }, 7_000],
    ['429', { status: 429 }, 2_000],
    ['502', { status: 502, body: 'bad gateway' }, 2_000],
    ['too many calls', refusing(60000), 2_000],
    ['a limit by its code', refusing(40003, 'isv.app-call-limited'), 2_000],
    ['a service that is down', refusing(20000, 'isp.service-error:10000'), 2_000],
    ['a timeout behind it', refusing(20001), 2_000],
  ])('is busy on %s', async (_name, answer, restMs) => {
    expect(await clientAnswering(answer).client.readCase(question)).toEqual({ kind: 'busy', restMs });
    expect(await clientAnswering(answer).client.listChanges({ ...question, from, to })).toEqual({
      kind: 'busy',
      restMs,
    });
  });

  it('is busy when the platform cannot be reached', async () => {
    const client = openDoudianClient(failing('no-connection'));

    expect(await client.readCase(question)).toEqual({ kind: 'busy', restMs: 2_000 });
  });

  it.each([
    ['an expired token', refusing(40003, 'isv.access-token-expired', 'token-of-4400123'), /check the access token of/],
    ['a withdrawn consent', refusing(30001, 'dop.authorization-closed'), /check the access token of doudian\/flagship/],
    ['a wrong signature', refusing(40003, 'isv.signature-invalid'), /check the appKey and the signing secret/],
    ['a missing permission', refusing(30001, 'isv.app-permissions-insufficient'), /permissions/],
    ['an address that is not allowed', refusing(30002), /allowed addresses/],
    ['a method that was switched off', refusing(70000, 'isp.api-service-off'), /70000 isp\.api-service-off/],
    ['another refusal', refusing(50002, 'isv.business-failed:12000'), /50002 isv\.business-failed:12000/],
    ['another status', { status: 404 }, /answered 404/],
    ['an answer that is not JSON', { body: '<html>' }, /not Doudian's JSON/],
    ['an answer without a code', { body: '{"data":{}}' }, /not Doudian's JSON/],
    ['an answer that is too long', { body: ' '.repeat(2 * 1024 * 1024 + 1) }, /too-large/],
  ])('throws on %s, with neither secret nor the platform’s words in the message', async (_name, answer, message) => {
    const reading = clientAnswering(answer).client.readCase(question);

    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.not.toThrow(/token-of-4400123|dd-test-secret|message/);
  });

  it('throws where the channel cannot sign', async () => {
    const { client, calls } = clientAnswering(answering(content));

    await expect(client.readCase({ ...question, credentials: { accessToken: 't' } })).rejects.toThrow(/signing secret/);
    expect(calls).toEqual([]);
  });
});

describe('listChanges', () => {
  const second = 1_714_953_600;
  const row = (id: number, at: number) => `{"aftersale_info":{"aftersale_id":"72${id}","update_time":${at}}}`;
  const pageOf = (rows: string[], more = false) =>
    answering(`{"items":[${rows}],"has_more":${more},"total":${rows.length}}`);
  const rows = (count: number, at: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => row(index, at(index)));
  const list = { ...question, from, to };

  it('asks for what changed within the window, whole seconds around it, oldest first', async () => {
    const { client, calls } = clientAnswering(pageOf([row(1, second), row(2, second + 5)]));

    expect(await client.listChanges(list)).toEqual({
      kind: 'page',
      changes: [
        { caseId: '721', at: '2024-05-06T00:00:00.000Z' },
        { caseId: '722', at: '2024-05-06T00:00:05.000Z' },
      ],
      restMs: 0,
    });
    expect(new URL(calls[0]!.url).pathname).toBe('/afterSale/List');
    expect(calls[0]?.body).toBe(
      `{"order_by":["update_time asc"],"page":0,"size":100,"update_end_time":${second + 3601},"update_start_time":${second}}`,
    );
  });

  it('moving rows: goes on from the second in which a full page ended, not from a count of rows', async () => {
    const { client, calls } = clientAnswering(pageOf(rows(100, (index) => second + index)), pageOf([]));

    const answer = await client.listChanges(list);
    const page = answer.kind === 'page' ? answer.next : undefined;
    expect(await client.listChanges({ ...list, page: page! })).toEqual({ kind: 'page', changes: [], restMs: 0 });
    expect(JSON.parse(String(calls[1]?.body))).toMatchObject({ page: 0, update_start_time: second + 99 });
  });

  it.each([
    ['of one second', () => second],
    ['not in order', (index: number) => second + 100 - index],
  ])('counts pages where a full one is %s', async (_name, at) => {
    const { client, calls } = clientAnswering(pageOf(rows(100, at)));

    const first = await client.listChanges(list);
    const next = await client.listChanges({ ...list, page: first.kind === 'page' ? first.next! : '' });
    expect(JSON.parse(String(calls[1]?.body))).toMatchObject({ page: 1, update_start_time: second });
    expect(next).toMatchObject({ next: `${second}.2` });
  });

  it('newest first: says that it came no further than where it began', async () => {
    const newestFirst = pageOf(rows(100, (index) => second + 100 - index));
    const { client } = clientAnswering(pageOf(rows(100, (index) => second + index)), newestFirst);

    const first = await client.listChanges(list);
    const next = await client.listChanges({ ...list, page: first.kind === 'page' ? first.next! : '' });

    expect(first).not.toHaveProperty('reached');
    expect(next).toMatchObject({ reached: new Date((second + 99) * 1000).toISOString() });
  });

  it('newest first, and busy at the second page: no cursor moves past the older changes', async () => {
    const newestFirst = pageOf(rows(100, (index) => second + 3_000 - index));
    const { client } = clientAnswering(newestFirst, { status: 503 });

    const listing = await listShop(
      { client, question, sleep: async () => {}, now: () => to },
      { from, to, beyond: from },
    );

    expect(listing).toMatchObject({ more: true, until: '2024-05-06T00:00:00.000Z' });
    expect(listing.changes).toHaveLength(100);
  });

  it('goes on where the platform says that there is more', async () => {
    expect(await clientAnswering(pageOf([row(1, second + 7)], true)).client.listChanges(list)).toMatchObject({
      next: `${second + 7}.0`,
    });
    expect(await clientAnswering(pageOf([], true)).client.listChanges(list)).not.toHaveProperty('next');
  });

  it('an empty list by its own code is a page without changes', async () => {
    const answer = refusing(40004, 'isv.parameter-invalid:11003');
    expect(await clientAnswering(answer).client.listChanges(list)).toEqual({ kind: 'page', changes: [], restMs: 0 });
    expect(await clientAnswering(answering('{"items":null}')).client.listChanges(list)).toMatchObject({ changes: [] });
  });

  it.each([
    ['a refusal', refusing(40004, 'isv.parameter-invalid:11000'), /refused afterSale\.List/],
    ['a row without a time', pageOf(['{"aftersale_info":{"aftersale_id":"72"}}']), /update_time/],
    ['a row without an id', pageOf([`{"aftersale_info":{"update_time":${second}}}`]), /aftersale_id/],
    ['another form', answering('[]'), /another form/],
  ])('throws on %s rather than leave a case out', async (_name, answer, message) => {
    await expect(clientAnswering(answer).client.listChanges(list)).rejects.toThrow(message);
  });
});
