import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEnv, s3Endpoint, serviceName } from '#shared/runtime/env.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readEnv', () => {
  it('reads variables by their key', () => {
    vi.stubEnv('TABLE_NAME', 'returns').stubEnv('BUS_NAME', 'bus');
    expect(readEnv(['tableName', 'busName'])).toEqual({ tableName: 'returns', busName: 'bus' });
  });

  it('names every missing or empty variable at once', () => {
    vi.stubEnv('TABLE_NAME', 'returns').stubEnv('BUS_NAME', '').stubEnv('INBOX_URL', undefined);
    expect(() => readEnv(['tableName', 'busName', 'inboxUrl'])).toThrow(
      'missing environment variables: BUS_NAME, INBOX_URL',
    );
  });
});

describe('serviceName', () => {
  it("is the function's own unless one is set", () => {
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', undefined).stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'fn');
    expect(serviceName()).toBe('fn');
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'receive-webhook');
    expect(serviceName()).toBe('receive-webhook');
  });
});

describe('s3Endpoint', () => {
  it('is undefined on AWS and prefers the one for S3', () => {
    vi.stubEnv('AWS_ENDPOINT_URL', undefined).stubEnv('AWS_ENDPOINT_URL_S3', undefined);
    expect(s3Endpoint()).toBeUndefined();
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://all');
    expect(s3Endpoint()).toBe('http://all');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://s3');
    expect(s3Endpoint()).toBe('http://s3');
  });
});
