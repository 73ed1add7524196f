import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface SimulatedServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** For the sentence that says that the port is taken. */
  readonly name: string;
  /** `hang-up` breaks the connection without an answer. */
  readonly answer: (asked: Asked) => Promise<Answered | 'hang-up'> | Answered | 'hang-up';
}

/** An HTTP server on this machine only. What an answer throws is answered with 500. */
export async function startServer({ port, name, answer }: ServerOptions): Promise<SimulatedServer> {
  const server = createServer((request, response) => {
    readAsked(request)
      .then(answer)
      .then(
        (answered) => reply(response, answered),
        (error) => reply(response, { status: 500, body: String(error) }),
      );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (cause) =>
      fail(new Error(`The simulated ${name} cannot listen on port ${port}: is another demo running?`, { cause })),
    );
    server.listen(port, '127.0.0.1', done);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const body = Buffer.concat(await request.toArray());
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? '', path, query: new URLSearchParams(query), headers, body };
}

function reply(response: ServerResponse, answered: Answered | 'hang-up'): void {
  if (answered === 'hang-up') {
    response.destroy();
  } else {
    response.writeHead(answered.status, answered.headers).end(answered.body);
  }
}

export function jsonAnswer(status: number, body: string): Answered {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
