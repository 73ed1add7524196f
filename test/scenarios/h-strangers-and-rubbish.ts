import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, postWebhook } from '../simulators/post-webhook.ts';
import { signStandard } from '../simulators/sign.ts';

import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago, minuteMs } from './times.ts';

const items = [{ sku: 'CAP-BLUE', quantity: 1 }];
const answerWithinMs = 60_000;
const strangerSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export const strangersAndRubbish: Scenario = {
  letter: 'h',
  title: 'Forged, replayed, oversize, unknown channel, authentic rubbish',
  async run(scene) {
    const own = ownCase(scene, '1');
    scene.show(
      own.key,
      'its store and its help desk are heard, strangers are not; what comes three times is recorded once',
    );
    await scene.world.ownStore.request(own, { items, at: ago({ minutes: 5 }) });
    await refuseStrangers(scene);
    await refuseSizes(scene);
    await recordReplayOnce(scene, own.key);
    await keepRubbish(scene);
    await keepLargeRubbish(scene);
    await scene.isTold(own.key, 'Case Opened');
    await scene.caseBecomes(
      own.key,
      'the case between all this is unharmed',
      ({ headline, details }) => headline === 'requested' && details.lines?.length === 1,
    );
  },
};

function bodyOf(scene: Scene, data: Record<string, unknown>): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: 'return.withdrawn',
      timestamp: new Date().toISOString(),
      data: { caseId: `RMA-${scene.tag}-1`, ...data },
    }),
  );
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

async function refuseStrangers(scene: Scene): Promise<void> {
  const { outputs, secrets } = scene.world;
  const body = bodyOf(scene, {});
  const id = `msg_${scene.tag}_forged`;
  const forged = signStandard(strangerSecret, { id, timestamp: nowSeconds(), body });
  const genuine = signStandard(await secrets.signing('standard/own-store'), { id, timestamp: nowSeconds(), body });
  const post = async (path: string, headers: Record<string, string>, bytes = body) =>
    await postUntilAnswered(`${outputs.webhooksUrl}/${path}`, headers, bytes);
  const shopify = {
    'content-type': 'application/json',
    'x-shopify-hmac-sha256': createHmac('sha256', 'a stranger').update(body).digest('base64'),
    'x-shopify-topic': 'returns/cancel',
    'x-shopify-shop-domain': scene.world.shop.shop,
    'x-shopify-webhook-id': id,
  };
  const old = signStandard(await secrets.signing('standard/own-store'), {
    id,
    timestamp: nowSeconds() - 6 * (minuteMs / 1000),
    body,
  });
  const answers: Record<string, Answer> = {
    'a forged signature': await post('standard/own-store', forged),
    'a body changed after it was signed': await post(
      'standard/own-store',
      genuine,
      Buffer.concat([body, Buffer.from(' ')]),
    ),
    'no signature': await post('standard/own-store', { 'content-type': 'application/json' }),
    'a genuine webhook replayed after six minutes': await post('standard/own-store', old),
    'a genuine webhook at another channel': await post('standard/wms-east', genuine),
    'an unknown channel': await post('standard/own-stores', genuine),
    'an unknown source': await post('unheard-of/own-store', genuine),
    'a forged Shopify topic': await post('shopify/acme-goods', shopify),
  };
  const bodies = new Set(Object.values(answers).map((each) => each.body));
  for (const [what, { status }] of Object.entries(answers)) {
    scene.check(`${what} is answered 401`, status === 401, `${status}`);
  }
  scene.check('all of them with the same bytes', bodies.size === 1, [...bodies].join(' | '));
}

/** As any sender: 503 says *not now*, since on a busy machine a secret may be out of reach, and then for a minute nobody is called a forger. */
async function postUntilAnswered(url: string, headers: Record<string, string>, body: Uint8Array): Promise<Answer> {
  const posting = { url, headers, body, timeoutMs: answerWithinMs };
  let answer = await postWebhook(posting);
  for (let attempt = 1; attempt < 15 && answer.status === 503; attempt += 1) {
    await sleep(10_000);
    answer = await postWebhook(posting);
  }
  return answer;
}

async function refuseSizes(scene: Scene): Promise<void> {
  const { sender, secrets, outputs } = scene.world;
  const large = Buffer.alloc(1_048_577, 'a');
  const { status } = await sender.sendBytes('own-store', large);
  scene.check('one byte above 1 MiB is answered 413', status === 413, `${status}`);
  const body = bodyOf(scene, {});
  const signed = signStandard(await secrets.signing('standard/own-store'), {
    id: `msg_${scene.tag}_zipped`,
    timestamp: nowSeconds(),
    body,
  });
  const zipped = await postWebhook({
    url: `${outputs.webhooksUrl}/standard/own-store`,
    headers: { ...signed, 'content-encoding': 'gzip' },
    body,
    timeoutMs: answerWithinMs,
  });
  scene.check('a compressed body is answered 415', zipped.status === 415, `${zipped.status}`);
}

/** The very same webhook three times within its five minutes. */
async function recordReplayOnce(scene: Scene, key: string): Promise<void> {
  const { sender, store, events } = scene.world;
  const id = `msg_${scene.tag}_ticket`;
  const body = Buffer.from(
    JSON.stringify({
      type: 'ticket.linked',
      timestamp: new Date().toISOString(),
      data: { caseId: key, url: `https://desk.example.com/t/${scene.tag}` },
    }),
  );
  for (const _time of [1, 2, 3]) {
    await scene.accepted(sender.sendBytes('help-desk', body, { id }));
  }
  await scene.caseBecomes(
    key,
    'a webhook that comes three times is accepted three times',
    ({ tickets }) => tickets.length === 1,
  );
  const observations = await store.cases.readObservations(key);
  const own = observations.filter((each) => each.id === `standard/help-desk/${id}`);
  scene.check('and recorded once', own.length === 1, `${own.length}`);
  scene.check('its case was opened once', events.of(key, 'Case Opened').length <= 1);
}

const rubbish: Readonly<Record<string, (scene: Scene) => Buffer>> = {
  'no JSON': () => Buffer.from('<xml>return</xml>'),
  'a type nobody knows': (scene) =>
    Buffer.from(
      JSON.stringify({ type: 'return.dreamt', timestamp: new Date().toISOString(), data: { tag: scene.tag } }),
    ),
  'a withdrawal of no case': (scene) =>
    Buffer.from(
      JSON.stringify({ type: 'return.withdrawn', timestamp: new Date().toISOString(), data: { tag: scene.tag } }),
    ),
  'a thing a store may not say': () =>
    Buffer.from(
      JSON.stringify({
        type: 'parcel.received',
        timestamp: new Date().toISOString(),
        data: { warehouseId: 'east', receiptId: '1', receivedAt: new Date().toISOString() },
      }),
    ),
};

async function keepRubbish(scene: Scene): Promise<void> {
  for (const [what, make] of Object.entries(rubbish)) {
    const body = make(scene);
    const id = `msg_${scene.tag}_${what.replaceAll(' ', '-')}`;
    await sendRubbish(scene, what, { id, body });
  }
  scene.note(
    `${Object.keys(rubbish).length + 2} deliveries of rubbish, well signed: all accepted, kept whole, and listed as not understood`,
  );
}

/** So large that it goes by reference, and no text in the first place. */
async function keepLargeRubbish(scene: Scene): Promise<void> {
  const contentType = 'application/octet-stream';
  await sendRubbish(scene, '900 KB of noise', {
    id: `msg_${scene.tag}_large`,
    body: randomBytes(900_000),
    contentType,
  });
  await sendRubbish(scene, 'no text', {
    id: `msg_${scene.tag}_bytes`,
    body: Buffer.from([0xff, 0xfe, 0, 0x80]),
    contentType,
  });
}

interface Rubbish {
  readonly id: string;
  readonly body: Buffer;
  readonly contentType?: string;
}

async function sendRubbish(scene: Scene, what: string, { id, body, ...options }: Rubbish): Promise<void> {
  const { sender, store } = scene.world;
  const ref = { source: 'standard', channel: 'own-store', id };
  await scene.accepted(sender.sendBytes(ref.channel, body, { id, ...options }));
  await scene.eventually(`${what}, well signed, is listed as not understood`, async () => {
    const listed = await store.listings.listNotUnderstood(2000);
    return listed.some((each) => each.id === id && each.channel === ref.channel) || `not among ${listed.length}`;
  });
  const came = await store.deliveries.outcomeOf(ref);
  scene.check(`nothing of ${what} counts`, came?.outcome === 'not-understood', came?.outcome);
  const kept = await store.deliveries.read(ref);
  scene.check(`${what} is kept as it came`, kept !== undefined && Buffer.compare(kept.body, body) === 0);
}
