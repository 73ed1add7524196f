import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { roles } from '#shared/returns/acts/roles.ts';
import { type FrontDesk, openFrontDesk } from '../../../tools/demo/front-desk/front-desk.ts';
import { letIn } from '../../../tools/demo/front-desk/let-in.ts';
import { visitorsOf } from '../../../tools/demo/front-desk/visitors.ts';

const door = { port: 4592, groups: ['agent', 'admin'] };
const asked = { method: 'GET', host: '127.0.0.1:4592', url: '/as/agent' };

describe('letIn', () => {
  it.each(['127.0.0.1:4592', 'localhost:4592'])('lets a role in that is asked for at %s', (host) => {
    expect(letIn({ ...asked, host }, door)).toEqual({ kind: 'let in', group: 'agent' });
  });

  it.each(['zh-CN', 'en'])('lets in who asks for %s', (locale) => {
    const url = `/as/agent?lang=${locale}`;

    expect(letIn({ ...asked, url }, door)).toEqual({ kind: 'let in', group: 'agent', locale });
  });

  it.each<[string, Partial<typeof asked>, number]>([
    ['a host that was made to point here', { host: 'evil.example' }, 421],
    ['another port', { host: '127.0.0.1:4593' }, 421],
    ['no host', { host: undefined as never }, 421],
    ['what is no question', { method: 'POST' }, 405],
    ['a role that there is not', { url: '/as/owner' }, 404],
    ['a role with more behind it', { url: '/as/agent?then=//evil.example' }, 404],
    ['a language that there is not', { url: '/as/agent?lang=fr' }, 404],
    ['a language with more behind it', { url: '/as/agent?lang=en&then=x' }, 404],
    ['a path that climbs', { url: '/as/../as/agent' }, 404],
    ['its root', { url: '/' }, 404],
  ])('refuses %s', (_what, change, status) => {
    expect(letIn({ ...asked, ...change }, door)).toMatchObject({ kind: 'refused', status });
  });
});

describe('visitorsOf', () => {
  it('has one of each role and of each team, each by a name that colleagues call them', () => {
    const visitors = visitorsOf();

    expect(visitors.map(({ group }) => group)).toEqual(expect.arrayContaining([...roles, 'day-team']));
    expect(visitors[0]).toMatchObject({ group: 'agent', userName: 'demo-agent' });
    expect(visitors.filter(({ name, userName }) => name === userName)).toEqual([]);
  });

  it('goes by user names where the file names nobody', () => {
    const notify = { people: [] } as never;

    expect(visitorsOf({ teams: [], notify }).map(({ name }) => name)).toEqual(roles.map((role) => `demo-${role}`));
  });
});

describe('openFrontDesk', () => {
  let desk: FrontDesk | undefined;
  afterEach(() => desk?.close());
  const open = async (tokenOf: (group: string) => Promise<string>, port = 0) =>
    await openFrontDesk({
      boardUrl: 'http://a.localhost:1/board/today',
      groups: ['agent'],
      locale: 'en',
      tokenOf,
      port,
    });

  it('leads to the board with a token of that moment, which nobody keeps', async () => {
    const tokens = ['1', '2'];
    desk = await open(async (group) => `${group}-${tokens.shift()}`);
    const answers = [await ask(desk.linkOf('agent')), await ask(desk.linkOf('agent'))];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(answers.map(({ headers }) => headers.location)).toEqual([
      'http://a.localhost:1/board/today?lang=en#token=agent-1',
      'http://a.localhost:1/board/today?lang=en#token=agent-2',
    ]);
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
  });

  it('leads there in the language that was asked for', async () => {
    desk = await open(async () => '1');
    const { headers } = await ask(`${desk.linkOf('agent')}?lang=zh-CN`);

    expect(headers.location).toBe('http://a.localhost:1/board/today?lang=zh-CN#token=1');
  });

  it('gives no token to a page elsewhere that gave this machine a name', async () => {
    desk = await open(async () => 'secret');
    const { status, body, headers } = await ask(desk.linkOf('agent'), 'rebound.example');

    expect([status, headers.location, body.includes('secret')]).toEqual([421, undefined, false]);
  });

  it('says so where no token is to be had', async () => {
    desk = await open(async () => await Promise.reject(new Error('the pool is gone')));

    expect(await ask(desk.linkOf('agent'))).toMatchObject({
      status: 503,
      body: expect.stringContaining('the pool is gone'),
    });
  });

  it('takes another port where its own is taken', async () => {
    const first = await open(async () => 'a');
    desk = await open(async () => 'b', Number(new URL(first.linkOf('agent')).port));

    expect((await ask(desk.linkOf('agent'))).headers.location).toContain('#token=b');
    first.close();
  });
});

interface Heard {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** `fetch` lets nobody choose the host. */
async function ask(url: string, host = new URL(url).host): Promise<Heard> {
  const { promise, resolve, reject } = Promise.withResolvers<Heard>();
  request(url, { headers: { host } }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () =>
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }),
    );
  })
    .on('error', reject)
    .end();
  return await promise;
}
