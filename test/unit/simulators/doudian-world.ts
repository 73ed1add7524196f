import { chinaClockText } from '../../simulators/china-clock.ts';
import { createClock, type SimulatedClock } from '../../simulators/clock.ts';
import { type DoudianShop, startDoudianShop } from '../../simulators/doudian-shop.ts';
import { type Answered, type Asked, type SimulatedServer, startServer } from '../../simulators/http-server.ts';
import { signDoudianCall } from '../../simulators/sign-cn.ts';

export const appKey = '7000000000000000001';
export const appSecret = 'an app secret';
export const tokens = { '4400123': 'token one', '4400456': 'token two' };
export const dress = { sku: 'DRESS-RED-M', quantity: 2, priceFen: 12_900, title: '红色连衣裙 M' };
export const parcel = { trackingNumber: 'SF1400000000012', companyCode: 'shunfeng', companyName: '顺丰速运' };

const taken: Answered = { status: 200, body: '{"code":0,"msg":"success"}' };

/** The shop and whoever receives its pushes. */
export interface DoudianWorld {
  readonly clock: SimulatedClock;
  readonly shop: DoudianShop;
  readonly received: readonly Asked[];
  /** The next push is answered like this instead of being taken; may be said several times. */
  answerNext(answer: Answered): void;
  /** Tags of what was received, in order; those of one request joined by `+`. */
  tags(): readonly string[];
  close(): Promise<void>;
}

export async function startDoudianWorld(more: { readonly callsPerSecond?: number } = {}): Promise<DoudianWorld> {
  const clock = createClock(Date.parse('2026-03-01T00:00:00Z'));
  const received: Asked[] = [];
  const answers: Answered[] = [];
  const receiver: SimulatedServer = await startServer({
    port: 0,
    name: 'receiver',
    answer: (asked) => {
      received.push(asked);
      return answers.shift() ?? taken;
    },
  });
  const shop = await startDoudianShop({
    clock,
    webhooksUrl: receiver.url,
    channel: 'flagship-app',
    appKey,
    appSecret,
    accessTokens: tokens,
    port: 0,
    ...more,
  });
  return {
    clock,
    shop,
    received,
    answerNext: (answer) => {
      answers.push(answer);
    },
    tags: () =>
      received.map(({ body }) =>
        JSON.parse(body.toString())
          .map(({ tag }: { tag: string }) => tag)
          .join('+'),
      ),
    close: async () => {
      clock.stop();
      await Promise.all([shop.close(), receiver.close()]);
    },
  };
}

export interface ApiCall {
  readonly method?: string;
  readonly param: string;
  readonly shop?: keyof typeof tokens;
  readonly secret?: string;
  readonly key?: string;
  readonly token?: string;
  /** Seconds that the caller's clock is off. */
  readonly off?: number;
}

/** One signed call, right in everything that is not said otherwise. */
export async function callApi(port: number, call: ApiCall) {
  const { method = 'afterSale.Detail', param: paramJson, shop = '4400123', secret = appSecret, off = 0 } = call;
  const timestamp = chinaClockText(Date.now() + off * 1000);
  const sign = signDoudianCall(secret, { appKey, method, paramJson, timestamp, version: '2' });
  const query = new URLSearchParams({
    method,
    app_key: call.key ?? appKey,
    access_token: call.token ?? tokens[shop],
    timestamp,
    v: '2',
    sign,
    sign_method: 'hmac-sha256',
  });
  const url = `http://127.0.0.1:${port}/${method.replace('.', '/')}?${query}`;
  const response = await fetch(url, { method: 'POST', body: paramJson });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) };
}

export async function readDetail(port: number, id: string) {
  const { json } = await callApi(port, { param: JSON.stringify({ after_sale_id: id }) });
  return json.data.process_info;
}
