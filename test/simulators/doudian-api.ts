import { isLosslessNumber, parse } from 'lossless-json';
import { readChinaClock } from './china-clock.ts';
import type { SimulatedClock } from './clock.ts';
import { type DoudianCase, versionAt } from './doudian-case.ts';
import { detailOf, listRowOf, text } from './doudian-detail.ts';
import { type Answered, type Asked, jsonAnswer, type SimulatedServer, startServer } from './http-server.ts';
import { signDoudianCall } from './sign-cn.ts';

export interface DoudianApi extends SimulatedServer {
  readonly counts: { asked: number; refused: number; limited: number };
  /** Answers 429 to every call, of one shop or of all, for that long on the simulated clock. */
  downFor(ms: number, shop?: string): void;
  /** The next so many reads of a case show it as it was that long ago: another replica answers. */
  lag(reads: number, ms: number): void;
  /** How often that case was read here, however stale. */
  answersOf(id: string): number;
  /** How often what changed at that shop was listed here. */
  listingsOf(shop: string): number;
}

export interface DoudianApiOptions {
  readonly clock: SimulatedClock;
  readonly port: number;
  readonly appKey: string;
  readonly appSecret: string;
  /** By shop. The token says which shop is asked: no other field of a call does. */
  readonly accessTokens: Readonly<Record<string, string>>;
  /** By case id: all that the case ever was, oldest first. */
  readonly cases: ReadonlyMap<string, readonly DoudianCase[]>;
  /** Of each shop, by the clock of this machine; no limit where not given. */
  readonly callsPerSecond?: number;
}

type Call = { readonly shop: string; readonly param: Readonly<Record<string, unknown>> };
type Fault = readonly [code: number, subCode: string, message: string];

const faults = {
  key: [40003, 'isv.app-id-invalid', 'app_key 不正确'],
  sign: [40003, 'isv.signature-invalid', '签名校验失败'],
  timestamp: [40003, 'isv.timestamp-invalid', '时间戳不合法'],
  token: [40003, 'isv.access-token-no-existed', 'access_token 不存在'],
  service: [70000, 'isp.api-service-off', 'API 不存在或已下线'],
  parameter: [40004, 'isv.parameter-invalid', '参数不合法'],
  missing: [50002, 'isv.business-failed:10002', '售后单不存在'],
} as const satisfies Record<string, Fault>;

const toleranceMs = 600_000;
const mostRows = 100;

/**
 * A shop app's open API: `/afterSale/Detail` and `/afterSale/List`. Codes of faults as public copies of the documentation have them.
 * A call's `timestamp` is checked against the clock of this machine, which is its caller's.
 */
export async function startDoudianApi(options: DoudianApiOptions): Promise<DoudianApi> {
  const { clock, cases } = options;
  const counts = { asked: 0, refused: 0, limited: 0 };
  const downUntil = new Map<string, number>();
  const calls = new Map<string, number[]>();
  const answers = new Map<string, number>();
  const listings = new Map<string, number>();
  let lagging = { reads: 0, ms: 0 };

  function isLimited(shop: string): boolean {
    const second = (calls.get(shop) ?? []).filter((at) => at > Date.now() - 1000);
    const isTooMany = second.length >= (options.callsPerSecond ?? Number.POSITIVE_INFINITY);
    calls.set(shop, isTooMany ? second : [...second, Date.now()]);
    return isTooMany || [shop, 'all'].some((each) => (downUntil.get(each) ?? 0) > clock.now());
  }

  function detail({ shop, param }: Call): Answered {
    const id = plain(param.after_sale_id);
    const isBehind = lagging.reads > 0;
    lagging = { ...lagging, reads: Math.max(0, lagging.reads - 1) };
    // A case may be changed several times within a second; each change then counts as a second of its own, ahead of the clock.
    const versions = cases.get(id) ?? [];
    const state = isBehind ? versionAt(versions, clock.now() - lagging.ms) : versions.at(-1);
    if (state?.shop !== shop) {
      return failure(faults.missing);
    }
    answers.set(id, (answers.get(id) ?? 0) + 1);
    return success(detailOf(state));
  }

  function list({ shop, param }: Call): Answered {
    const [from, to, page, size] = ['update_start_time', 'update_end_time', 'page', 'size'].map((name) =>
      Number(plain(param[name])),
    ) as [number, number, number, number];
    const order = [param.order_by].flat().map(plain).join();
    if (![from, to, page, size].every(Number.isSafeInteger) || size < 1 || size > mostRows || page < 0) {
      return failure(faults.parameter);
    }
    const found = [...cases.values()]
      .flatMap((versions) => versions.slice(-1))
      .filter((state) => state.shop === shop && state.updatedAt >= from && state.updatedAt <= to)
      .sort((a, b) => (a.updatedAt - b.updatedAt) * (order === 'update_time asc' ? 1 : -1));
    listings.set(shop, (listings.get(shop) ?? 0) + 1);
    const rows = found.slice(page * size, (page + 1) * size);
    const has_more = found.length > (page + 1) * size;
    return success(text({ items: rows.map(listRowOf), has_more, total: found.length, page, size: rows.length }));
  }

  const services: Readonly<Record<string, (call: Call) => Answered>> = {
    '/afterSale/Detail': detail,
    '/afterSale/List': list,
  };

  function answer(asked: Asked): Answered {
    counts.asked += 1;
    const { fault, call } = readCall(asked, options);
    if (fault) {
      counts.refused += 1;
      return failure(fault);
    }
    if (isLimited(call.shop)) {
      counts.limited += 1;
      return jsonAnswer(429, '{"code":60000,"msg":"触发限流，请稍后重试"}');
    }
    return services[asked.path]?.(call) ?? failure(faults.service);
  }

  const server = await startServer({ port: options.port, name: 'Doudian API', answer });
  return {
    ...server,
    counts,
    downFor: (ms, shop = 'all') => {
      downUntil.set(shop, clock.now() + ms);
    },
    lag: (reads, ms) => {
      lagging = { reads, ms };
    },
    answersOf: (id) => answers.get(id) ?? 0,
    listingsOf: (shop) => listings.get(shop) ?? 0,
  };
}

type ReadCall = { readonly fault: Fault; readonly call?: never } | { readonly fault?: never; readonly call: Call };

/** Checks key, service, signature, time and token, in this order. */
function readCall(asked: Asked, { appKey, appSecret, accessTokens }: DoudianApiOptions): ReadCall {
  const of = (name: string) => asked.query.get(name) ?? '';
  const paramJson = asked.body.toString();
  const signed = { appKey, method: of('method'), paramJson, timestamp: of('timestamp'), version: of('v') };
  if (of('app_key') !== appKey) {
    return { fault: faults.key };
  }
  if (asked.method !== 'POST' || `/${signed.method.replace('.', '/')}` !== asked.path || signed.version !== '2') {
    return { fault: faults.service };
  }
  const param = readSortedObject(paramJson);
  if (!param || of('sign_method') !== 'hmac-sha256' || of('sign') !== signDoudianCall(appSecret, signed)) {
    return { fault: faults.sign };
  }
  if (!(Math.abs(readChinaClock(signed.timestamp) - Date.now()) <= toleranceMs)) {
    return { fault: faults.timestamp };
  }
  const shop = Object.keys(accessTokens).find((each) => accessTokens[each] === of('access_token'));
  return shop ? { call: { shop, param } } : { fault: faults.token };
}

/** The signature is over sorted names: what is sent must be sorted, too. */
function readSortedObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const object = parse(json) as Record<string, unknown>;
    const names = Object.keys(object);
    return names.join() === names.toSorted().join() ? object : undefined;
  } catch {
    return undefined;
  }
}

/** Text or number, as text with all its digits. */
function plain(value: unknown): string {
  return isLosslessNumber(value) ? value.toString() : String(value ?? '');
}

function success(data: string): Answered {
  return jsonAnswer(200, `{"code":10000,"msg":"success","sub_code":"","sub_msg":"","log_id":"1","data":${data}}`);
}

function failure([code, sub_code, sub_msg]: Fault): Answered {
  return jsonAnswer(200, JSON.stringify({ code, msg: '请求失败', sub_code, sub_msg, log_id: '1', data: null }));
}
