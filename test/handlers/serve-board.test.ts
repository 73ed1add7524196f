import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { boardOf } from '../unit/board/page-in-memory.ts';
import { captureOutput } from '../unit/runtime/capture.ts';
import { httpEvent } from '../unit/runtime/http-event.ts';

vi.stubEnv('BOARD_ISSUER', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a1')
  .stubEnv('BOARD_CLIENT_ID', 'client')
  .stubEnv('BOARD_ORIGINS', 'https://cognito-idp.us-east-1.amazonaws.com https://login.example.com')
  .stubEnv('AWS_ENDPOINT_URL', undefined);
// In its bundle the built page lies beside it; here its sources do.
vi.mock('#shared/board/open-page.ts', () => ({ openPage: () => boardOf().page }));
const { handler } = await import('../../functions/serve-board/handler.ts');
const output = captureOutput();

async function get(rawPath: string, headers = {}): Promise<APIGatewayProxyStructuredResultV2> {
  const event = httpEvent({ method: 'GET', routeKey: 'GET /board/{proxy+}', rawPath, headers });
  return (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
}

describe('serve-board handler', () => {
  it('gives anybody the document, which may talk to the identity provider, with its settings', async () => {
    const { statusCode, headers, body } = await get('/board/today');

    expect(statusCode).toBe(200);
    expect(headers?.['content-security-policy']).toContain(
      "connect-src 'self' https://cognito-idp.us-east-1.amazonaws.com https://login.example.com;",
    );
    expect(body).toContain('"issuer":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a1","clientId":"client"');
  });

  it('has a nonce of 16 random bytes, another one each time', async () => {
    const nonceOf = async () =>
      /'nonce-([^']+)'/.exec(String((await get('/board')).headers?.['content-security-policy']))?.[1];
    const [first = '', second] = [await nonceOf(), await nonceOf()];

    expect(Buffer.from(first, 'base64')).toHaveLength(16);
    expect(second).not.toBe(first);
  });

  it('lets files cross the wire as bytes', async () => {
    const {
      body = '',
      isBase64Encoded,
      headers,
    } = await get('/board/assets/index-a1b2.js', { 'accept-encoding': 'br' });

    expect([isBase64Encoded, Buffer.from(body, 'base64').toString()]).toEqual([true, 'br']);
    expect(headers?.['content-encoding']).toBe('br');
  });

  it('logs the file and the status, and no address: that may name a case', async () => {
    await get('/board/cases/standard%3Amain%3ARMA-1');
    const line = output.lines().at(-1);

    expect(line).toMatchObject({ message: 'serve-board', file: 'index.html', status: 200 });
    expect(JSON.stringify(line)).not.toContain('RMA-1');
  });
});
