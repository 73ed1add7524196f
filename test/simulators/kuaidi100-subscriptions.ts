import type { SimulatedClock } from './clock.ts';
import type { Asked } from './http-server.ts';

/** A number that the feed was asked to follow. */
export interface Subscription {
  readonly trackingNumber: string;
  /** Empty where the feed is to find out. */
  readonly company: string;
  readonly callbackUrl: string;
  readonly salt: string;
  /** Codes are finer from 4 on. */
  readonly resultVersion: number;
  readonly state: 'followed' | 'finished' | 'aborted';
  readonly endedAtMs?: number;
}

export interface Subscriptions {
  readonly counts: {
    subscribed: number;
    repeated: number;
    refused: number;
    /** Subscribed again sooner than half an hour after an abort, which Kuaidi100 asks not to do. */
    tooSoon: number;
  };
  /** What `/poll` answers; with the subscription, where there is a new one. */
  take(asked: Asked): { readonly code: string; readonly message: string; readonly subscription?: Subscription };
  /** Only while it is followed. */
  followed(trackingNumber: string): Subscription | undefined;
  of(trackingNumber: string): Subscription | undefined;
  /** How often it was asked to follow that number, repetitions included. */
  asksOf(trackingNumber: string): number;
  end(trackingNumber: string, state: 'finished' | 'aborted'): void;
  rename(trackingNumber: string, company: string): void;
}

interface Wish {
  readonly company?: string;
  readonly number?: string;
  readonly key?: string;
  readonly parameters?: Readonly<Record<string, string | undefined>>;
}

const pauseMs = 30 * 60_000;
const longestNumber = 32;
const companies = /^[a-z0-9]{1,30}$/;

type Refusal = readonly [code: string, message: string, applies: (wish: Wish, key: string) => boolean];

/** Return codes of platforms-cn.md, 11a; the first that applies. */
const refusals: readonly Refusal[] = [
  ['601', 'POLL:KEY已过期', ({ key }, expected) => key !== expected],
  ['700', '订阅的运单号为空或过长', ({ number = '' }) => number === '' || number.length > longestNumber],
  ['700', '错误的回调地址', ({ parameters }) => !URL.canParse(parameters?.callbackurl ?? '')],
  ['700', '缺少签名用的salt', ({ parameters }) => !parameters?.salt],
  ['702', '识别不到该单号对应的快递公司', ({ company = '', parameters }) => !company && parameters?.autoCom !== '1'],
  ['701', '不支持的快递公司', ({ company = '' }) => company !== '' && !companies.test(company)],
  [
    '700',
    '顺丰单号须填手机号后四位',
    ({ company, parameters }) => company === 'shunfeng' && !isTail(parameters?.phone),
  ],
];

function isTail(phone = ''): boolean {
  return /^\d{4}$/.test(phone);
}

/** What was subscribed at the feed with this key, by tracking number. */
export function createSubscriptions(clock: Pick<SimulatedClock, 'now'>, key: string): Subscriptions {
  const counts = { subscribed: 0, repeated: 0, refused: 0, tooSoon: 0 };
  const byNumber = new Map<string, Subscription>();
  const asks = new Map<string, number>();
  const change = (trackingNumber: string, to: Partial<Subscription>) => {
    const known = byNumber.get(trackingNumber);
    if (known) {
      byNumber.set(trackingNumber, { ...known, ...to });
    }
  };

  return {
    counts,
    take(asked) {
      const wish = readWish(asked);
      const refusal = refusals.find(([, , applies]) => applies(wish, key));
      if (refusal) {
        counts.refused += 1;
        return { code: refusal[0], message: refusal[1] };
      }
      const subscription = subscriptionOf(wish);
      const { trackingNumber } = subscription;
      asks.set(trackingNumber, (asks.get(trackingNumber) ?? 0) + 1);
      const known = byNumber.get(trackingNumber);
      if (known?.state === 'followed') {
        counts.repeated += 1;
        return { code: '501', message: 'POLL:重复订阅' };
      }
      counts.tooSoon += known?.state === 'aborted' && clock.now() - (known.endedAtMs ?? 0) < pauseMs ? 1 : 0;
      counts.subscribed += 1;
      byNumber.set(trackingNumber, subscription);
      return { code: '200', message: '提交成功', subscription };
    },
    of: (trackingNumber) => byNumber.get(trackingNumber),
    asksOf: (trackingNumber) => asks.get(trackingNumber) ?? 0,
    followed(trackingNumber) {
      const known = byNumber.get(trackingNumber);
      return known?.state === 'followed' ? known : undefined;
    },
    end: (trackingNumber, state) => change(trackingNumber, { state, endedAtMs: clock.now() }),
    rename: (trackingNumber, company) => change(trackingNumber, { company }),
  };
}

/** An unreadable one wishes nothing, and is refused for its key. */
function readWish({ body }: Asked): Wish {
  const form = new URLSearchParams(body.toString());
  try {
    return form.get('schema') === 'json' ? JSON.parse(form.get('param') ?? '') : {};
  } catch {
    return {};
  }
}

function subscriptionOf({ number = '', company = '', parameters = {} }: Wish): Subscription {
  return {
    trackingNumber: number,
    company,
    callbackUrl: parameters.callbackurl ?? '',
    salt: parameters.salt ?? '',
    resultVersion: Number(parameters.resultv2 ?? 0),
    state: 'followed',
  };
}
