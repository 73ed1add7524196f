import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import { growingRests } from '../../simulators/rests.ts';
import { createStandardSender } from '../../simulators/standard-sender.ts';
import { startReceiver, type TestReceiver } from './test-receiver.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const channel = merchant.channels.find((each) => each.channel === 'own-store');

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await receiver.close();
});

function openSender() {
  return createStandardSender({
    webhooksUrl: receiver.url,
    secretOf: async () => await Promise.resolve(secret),
    run: 'test',
    restAfter: growingRests({ firstMs: 1, tries: 8 }),
  });
}

describe('createStandardSender', () => {
  it('posts webhooks that the real receiver takes as genuine', async () => {
    await openSender().send('own-store', 'return.closed', { caseId: 'RMA-1' });

    const [{ path, headers, body } = { path: '', headers: {}, body: Buffer.of() }] = receiver.received;
    const request = { method: 'POST', headers, query: {}, rawQuery: '', rawBody: body };
    expect(path).toBe('/standard/own-store');
    expect(receiverOf('standard')?.verify(request, { current: secret }, channel as never, new Date())).toEqual({
      ok: true,
    });
    expect(JSON.parse(body.toString())).toMatchObject({ type: 'return.closed', data: { caseId: 'RMA-1' } });
  });

  it('tries again while it is answered 503, as one and the same delivery', async () => {
    receiver.answerNext(503, 2);
    const sender = openSender();
    const { status } = await sender.send('own-store', 'return.closed', { caseId: 'RMA-1' });

    expect(status).toBe(200);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received).toHaveLength(3);
    expect(sender.counts).toEqual({ sent: 1, accepted: 1 });
  });

  it('does not try again what was refused', async () => {
    receiver.answerNext(401, 1);
    const sender = openSender();

    expect((await sender.send('own-store', 'return.closed', {})).status).toBe(401);
    expect(receiver.received).toHaveLength(1);
    expect(sender.counts).toEqual({ sent: 1, accepted: 0 });
  });

  it('says of whom and with what a thing was not taken that had to be', async () => {
    receiver.answerNext(413, 1);

    await expect(openSender().tell('own-store', 'return.closed', {})).rejects.toThrow(
      'return.closed of own-store was answered 413',
    );
  });

  it('gives each delivery an id of its own unless told which', async () => {
    const sender = openSender();
    await sender.send('own-store', 'return.closed', {});
    await sender.send('own-store', 'return.closed', {});
    await sender.send('own-store', 'return.closed', {}, { id: 'msg_test_1' });

    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      'msg_test_1',
      'msg_test_2',
      'msg_test_1',
    ]);
  });
});
