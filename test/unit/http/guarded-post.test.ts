import dns from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardedPost, type PostRequest } from '#shared/http/guarded-post.ts';

const servers: Server[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Every look-up of a name answers these addresses. */
function resolveTo(...addresses: string[]) {
  const lookup = vi.spyOn(dns, 'lookup');
  lookup.mockImplementation(((_name: string, options: { all?: boolean }, done: (...answer: unknown[]) => void) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    process.nextTick(() => (options.all ? done(null, all) : done(null, all[0]?.address, all[0]?.family)));
  }) as never);
  syncBuiltinESMExports();
  return lookup;
}

const post = (url: string, fields: Partial<PostRequest> = {}) =>
  guardedPost({ url, headers: {}, body: '{}', timeoutMs: 5_000, mostBytes: 1_000, allowLoopback: true, ...fields });

describe('guardedPost', () => {
  it('says who it is, and asks for an answer that nobody packed', async () => {
    const heard: unknown[] = [];
    const port = await serve(({ headers }, response) => {
      heard.push({ agent: headers['user-agent'], packed: headers['accept-encoding'], accept: headers.accept });
      response.end();
    });

    await post(`http://127.0.0.1:${port}/`);

    expect(heard).toEqual([{ agent: 'backhaul', packed: 'identity', accept: '*/*' }]);
  });

  it('posts the body as it is and gives back status, headers and bytes', async () => {
    const heard: unknown[] = [];
    const port = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        heard.push({ method, url, type: headers['content-type'], length: headers['content-length'] });
        response.writeHead(201, { 'X-Kind': ['a', 'b'] }).end(Buffer.concat([Buffer.from([0xff]), ...chunks]));
      });
    });

    const answer = await post(`http://127.0.0.1:${port}/returns?a=%20b`, {
      headers: { 'content-type': 'text/plain' },
      body: new Uint8Array([0xc3, 0xbc]),
    });

    expect(heard).toEqual([{ method: 'POST', url: '/returns?a=%20b', type: 'text/plain', length: '2' }]);
    expect(answer).toMatchObject({ status: 201, headers: { 'x-kind': 'a, b' } });
    expect([...answer.body]).toEqual([0xff, 0xc3, 0xbc]);
  });

  it('takes a redirect for an answer, and does not follow it', async () => {
    const heard: (string | undefined)[] = [];
    const port = await serve(({ url }, response) => {
      heard.push(url);
      response.writeHead(307, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
    });

    expect(await post(`http://127.0.0.1:${port}/here`)).toMatchObject({ status: 307 });
    expect(heard).toEqual(['/here']);
  });

  it.each([
    ['a private address', 'http://10.0.0.1/'],
    ['another one', 'https://192.168.1.1/'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
    ['the metadata service by IPv6', 'http://[fd00:ec2::254]/'],
    ['the metadata service as an IPv4-mapped IPv6 address', 'http://[::ffff:169.254.169.254]/'],
    ['the metadata service through NAT64', 'http://[64:ff9b::a9fe:a9fe]/'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['the address of no host', 'http://0.0.0.0/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv4-mapped loopback', 'http://[::ffff:127.0.0.1]/'],
    ['another loopback address', 'http://127.0.0.2/'],
    ['a public address, unencrypted', 'http://203.0.114.1/'],
    ['a user in the URL', 'http://user@127.0.0.1/'],
    ['a password in the URL', 'http://:password@127.0.0.1/'],
    ['a file', 'file:///etc/passwd'],
    ['no URL at all', 'returns'],
  ])('refuses %s even where loopback is allowed', async (_what, url) => {
    await expect(post(url)).rejects.toMatchObject({ name: 'CallFailedError', reason: 'refused-address' });
  });

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f000001', 'localhost'])(
    'never connects to %s where loopback is not allowed',
    async (host) => {
      const heard = vi.fn();
      const port = await serve((_request, response) => response.end(heard()));

      const call = post(`http://${host}:${port}/`, { allowLoopback: false });

      await expect(call).rejects.toMatchObject({ reason: 'refused-address' });
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['loopback', ['127.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['loopback behind a public address', ['203.0.114.1', '127.0.0.1']],
  ])('refuses a name that stands for %s even where loopback is allowed', async (_what, addresses) => {
    const heard = vi.fn();
    const port = await serve((_request, response) => response.end(heard()));
    resolveTo(...addresses);

    await expect(post(`https://wms.example:${port}/`)).rejects.toMatchObject({ reason: 'refused-address' });
    expect(heard).not.toHaveBeenCalled();
  });

  it('looks a name up once, so that it cannot change between the check and the connection (DNS rebinding)', async () => {
    const lookup = resolveTo('127.0.0.1');

    await expect(post('https://wms.example/')).rejects.toMatchObject({ reason: 'refused-address' });
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it('gives up a server that never answers', async () => {
    const port = await serve(() => {});

    await expect(post(`http://127.0.0.1:${port}/`, { timeoutMs: 50 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('gives up an answer that drips: the timeout is for all of it', async () => {
    const port = await serve((_request, response) => {
      const dripping = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(dripping));
    });

    await expect(post(`http://127.0.0.1:${port}/`, { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('hangs up on an answer that does not end', async () => {
    let hungUp: () => void;
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const port = await serve((_request, response) => {
      response.on('close', () => hungUp());
      const pour = () => {
        while (response.write('x'.repeat(10_000))) {}
        response.once('drain', pour);
      };
      pour();
    });

    await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ reason: 'too-large' });
    await closed;
  });

  it('takes an answer of just as many bytes as are allowed', async () => {
    const port = await serve((_request, response) => response.end('x'.repeat(1_000)));

    expect((await post(`http://127.0.0.1:${port}/`)).body).toHaveLength(1_000);
  });

  it.each([
    ['hangs up without a word', ''],
    ['breaks off in the middle of the answer', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['switches to another protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
    ['sends headers without end', `HTTP/1.1 200 OK\r\n${'x-junk: yes\r\n'.repeat(5_000)}`],
  ])('fails when the other side %s', async (_what, said) => {
    const server = createTcpServer((socket: Socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(said));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

    const call = post(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

    await expect(call).rejects.toMatchObject({ reason: 'no-connection' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('fails when nobody listens, with the cause kept and the URL in no message', async () => {
    const port = await serve(() => {});
    servers[0]?.close();

    const failure = await post(`http://127.0.0.1:${port}/?sign=s3cr3t`).catch((error: unknown) => error);

    expect(failure).toMatchObject({ reason: 'no-connection', cause: { code: 'ECONNREFUSED' } });
    expect(String(failure)).not.toContain('s3cr3t');
  });
});
