import { describe, expect, it } from 'vitest';
import demo from '#merchant' with { type: 'json' };
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { openShopifyClient } from '#shared/sources/shopify/client.ts';
import { answering, failing } from '../../memory/fake-post.ts';

const channel = merchantSchema.parse(demo).channels.find((each) => each.source === 'shopify');
const question = {
  channel: channel as NonNullable<typeof channel>,
  shop: 'acme-goods.myshopify.com',
  caseId: '880001',
  credentials: { accessToken: 'shpat_secret' },
};
const state = { id: 'gid://shopify/Return/880001', status: 'OPEN' };

function clientAnswering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { options, calls } = answering({
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { client: openShopifyClient(options), calls };
}

describe('openShopifyClient', () => {
  it('asks the configured address for one return, with the token in its header', async () => {
    const { client, calls } = clientAnswering(200, { data: { return: state } });

    const answer = await client.readCase(question);

    expect(answer).toEqual({ kind: 'found', content: JSON.stringify(state), restMs: 0 });
    expect(calls[0]?.url).toBe(`${channel?.api?.baseUrl}/admin/api/${channel?.api?.version}/graphql.json`);
    expect(calls[0]?.headers).toMatchObject({ 'x-shopify-access-token': 'shpat_secret' });
    expect(JSON.parse(String(calls[0]?.body)).variables).toEqual({ id: 'gid://shopify/Return/880001' });
  });

  it('answers missing when the shop has no such return', async () => {
    expect(await clientAnswering(200, { data: { return: null } }).client.readCase(question)).toEqual({
      kind: 'missing',
    });
  });

  it('rests until there is budget for another query like it', async () => {
    const cost = { requestedQueryCost: 150, throttleStatus: { currentlyAvailable: 50, restoreRate: 50 } };

    const answer = await clientAnswering(200, { data: { return: state }, extensions: { cost } }).client.readCase(
      question,
    );

    expect(answer).toMatchObject({ kind: 'found', restMs: 2_000 });
  });

  it.each([
    ['THROTTLED', 200, { errors: [{ extensions: { code: 'THROTTLED' } }] }, {}, 2_000],
    ['429 with retry-after 7', 429, '', { 'retry-after': '7' }, 7_000],
    ['502', 502, 'bad gateway', {}, 2_000],
  ])('is busy on %s', async (_name, status, body, headers, restMs) => {
    expect(await clientAnswering(status, body, headers).client.readCase(question)).toEqual({ kind: 'busy', restMs });
  });

  it.each(['no-connection', 'timeout'] as const)('is busy when the shop cannot be reached: %s', async (reason) => {
    expect(await openShopifyClient(failing(reason)).readCase(question)).toEqual({ kind: 'busy', restMs: 2_000 });
  });

  it('throws where its address may not be called', async () => {
    const reading = openShopifyClient(failing('refused-address')).readCase(question);

    await expect(reading).rejects.toMatchObject({
      code: 'call-failed',
      advice: expect.stringContaining('must be public'),
    });
  });

  it.each([
    ['a refused token', 401, '', /check the access token/],
    ['a redirect', 301, '', /301: check api\.baseUrl/],
    ['an answer that is too long', 200, ' '.repeat(2 * 1024 * 1024 + 1), /too-large/],
    ['a refused query', 200, { errors: [{ extensions: { code: 'ACCESS_DENIED' } }] }, /ACCESS_DENIED/],
    ['an answer that is not JSON', 200, '<html>', /not JSON/],
  ])('throws on %s without the token in the message', async (_name, status, body, message) => {
    const reading = clientAnswering(status, body).client.readCase(question);

    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.not.toThrow(/shpat_secret/);
  });
});

describe('openShopifyClient: listChanges', () => {
  const instant = (text: string) => toInstant(text) as NonNullable<ReturnType<typeof toInstant>>;
  const { caseId: _, ...shop } = question;
  const window = { ...shop, from: instant('2026-01-15T08:00:00.400Z'), to: instant('2026-01-15T08:10:00.400Z') };
  const order = (updatedAt: string, ...returns: readonly object[]) => ({ updatedAt, returns: { nodes: returns } });
  const returned = (number: number, closedAt: string | null = null) => ({
    id: `gid://shopify/Return/${number}`,
    createdAt: '2026-01-15T08:01:00Z',
    closedAt,
  });
  const listing = (nodes: readonly object[], pageInfo: object = { hasNextPage: false, endCursor: 'c' }) => ({
    data: { orders: { pageInfo, nodes } },
  });

  it('asks for the orders of the window, whole seconds outwards, from where the page before ended', async () => {
    const { client, calls } = clientAnswering(200, listing([]));

    await client.listChanges(window);
    await client.listChanges({ ...window, page: 'cursor-2' });

    const [first, second] = calls.map(({ body }) => JSON.parse(String(body)).variables);
    expect(first).toEqual({
      filter: "updated_at:>='2026-01-15T08:00:00Z' AND updated_at:<'2026-01-15T08:10:01Z'",
      after: null,
    });
    expect(second.after).toBe('cursor-2');
  });

  it('lists each return of an order as of the order, with what a webhook must have told of', async () => {
    const at = '2026-01-15T08:09:00.000Z';
    const answer = clientAnswering(
      200,
      listing([order('2026-01-15T08:09:00Z', returned(1), returned(2, '2026-01-15T08:05:00Z'))]),
    );

    expect(await answer.client.listChanges(window)).toEqual({
      kind: 'page',
      changes: [
        { caseId: '1', at, hookAt: '2026-01-15T08:01:00.000Z' },
        { caseId: '2', at, hookAt: '2026-01-15T08:05:00.000Z' },
      ],
      reached: at,
      restMs: 0,
    });
  });

  it('says how far a page came whose orders have no returns', async () => {
    const { client } = clientAnswering(
      200,
      listing([order('2026-01-15T08:03:00Z')], { hasNextPage: true, endCursor: 'cursor-2' }),
    );

    expect(await client.listChanges(window)).toMatchObject({
      changes: [],
      reached: '2026-01-15T08:03:00.000Z',
      next: 'cursor-2',
    });
  });

  it.each([
    ['THROTTLED', 200, { errors: [{ extensions: { code: 'THROTTLED' } }] }],
    ['503', 503, ''],
  ])('is busy on %s', async (_name, status, body) => {
    expect(await clientAnswering(status, body).client.listChanges(window)).toEqual({ kind: 'busy', restMs: 2_000 });
  });

  it.each([
    ['no orders', { data: {} }],
    ['an order without its time', listing([{ returns: { nodes: [] } }])],
    [
      'a return that is none',
      listing([order('2026-01-15T08:03:00Z', { ...returned(1), id: 'gid://shopify/Order/1' })]),
    ],
  ])('throws on %s', async (_name, body) => {
    await expect(clientAnswering(200, body).client.listChanges(window)).rejects.toThrow(
      'listed its orders in another form',
    );
  });
});
