import { Fault } from '#shared/fault/fault.ts';
import { CallFailedError } from '#shared/http/call-failed-error.ts';
import { type CallOptions, guardedPost } from '#shared/http/guarded-post.ts';
import { signedHeadersFor } from '#shared/http/sign-standard.ts';
import { readSigningSecret } from '#shared/sources/signing-key.ts';
import type { CallResult, OrderCall, WarehouseConnector } from '../connector.ts';
import { httpAbout } from './about.ts';
import { resultOf } from './acknowledgement.ts';
import { type HttpCall, messageIdOf, writeMessage } from './message.ts';

const timeoutMs = 8_000;
const mostBytes = 64 * 1024;

/** Tells a WMS by posting signed JSON to its URL (docs/http-warehouse.md). Throws only for what the merchant's own configuration lacks. */
export function createHttpConnector({ allowLoopback, post = guardedPost }: CallOptions): WarehouseConnector {
  const tell = async (kind: HttpCall, call: OrderCall): Promise<CallResult> => {
    const request = { ...signedRequest(kind, call), timeoutMs, mostBytes, allowLoopback };
    try {
      return resultOf(kind, await post(request));
    } catch (error) {
      if (error instanceof CallFailedError) {
        return { kind: 'unknown', reason: error.reason };
      }
      throw error;
    }
  };
  return {
    connector: 'http',
    create: (call) => tell('create', call),
    cancel: (call) => tell('cancel', call),
  };
}

function signedRequest(
  kind: HttpCall,
  call: OrderCall,
): { url: string; headers: Record<string, string>; body: string } {
  const { warehouse, orderCode, now } = call;
  if (!warehouse.http) {
    const advice = `give warehouse ${warehouse.id} http.url, and deploy`;
    throw new Fault('not-configured', `warehouse ${warehouse.id} cannot be called`, { advice });
  }
  const body = writeMessage(kind, call);
  const signed = signedHeadersFor(keyOf(call), { id: messageIdOf(kind, orderCode), sentAt: now, body });
  return { url: warehouse.http.url, headers: { 'content-type': 'application/json', ...signed }, body };
}

function keyOf({ warehouse: { id }, secret }: OrderCall): Buffer {
  const key = readSigningSecret(secret);
  if (!key) {
    const advice = `put into the secret of warehouses/${id}, as current: ${httpAbout.calling.secret.own}`;
    throw new Fault('secret-malformed', `the secret that would sign calls to warehouse ${id} is no key`, { advice });
  }
  return key;
}
