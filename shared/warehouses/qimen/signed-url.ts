import type { Warehouse } from '#shared/merchant/merchant.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { chinaClock } from '#shared/sources/china-time.ts';
import { qimenSign } from '#shared/sources/qimen/sign.ts';

interface Call {
  readonly qimen: NonNullable<Warehouse['qimen']>;
  /** Without its prefix: `returnorder.create`. */
  readonly api: string;
  readonly body: string;
  readonly secret: string;
  readonly now: Date;
}

/** The URL of one call with all its parameters and their signature, sorted by name (platforms-cn.md, 4(a) and 4(b)). */
export function signedUrl({ qimen, api, body, secret, now }: Call): string {
  const url = new URL(qimen.baseUrl);
  const params = {
    ...Object.fromEntries(url.searchParams),
    app_key: qimen.appKey,
    customerId: qimen.customerId,
    format: 'xml',
    method: qimen.methodPrefix + api,
    sign_method: 'md5',
    timestamp: chinaClock(instantOf(now.getTime())),
    v: qimen.version,
  };
  const sign = qimenSign(
    secret,
    Object.entries(params).map(([name, value]) => ({ name, value: Buffer.from(value) })),
    Buffer.from(body),
  );
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  url.search = new URLSearchParams([...sorted, ['sign', sign.toString('hex').toUpperCase()]]).toString();
  return url.href;
}
