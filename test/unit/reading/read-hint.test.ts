import { beforeEach, describe, expect, it, vi } from 'vitest';
import demo from '#merchant' with { type: 'json' };
import { merchantSchema } from '#shared/merchant/merchant.ts';
import type { InboxMessage, ReadHint } from '#shared/messages/inbox-message.ts';
import { createReadHint, mostAttempts, mostBehind, type Reader } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { StoreAnswer } from '#shared/sources/store-client.ts';

const shop = 'acme-goods.myshopify.com';
const at = (second: number): Instant => instantOf(Date.UTC(2026, 0, 15, 8, 0, second));
const hintOf = (changes: Partial<ReadHint> = {}): ReadHint => ({
  source: 'shopify',
  channel: 'acme-goods',
  shop,
  caseId: '880001',
  at: at(0),
  attempt: 0,
  behind: 0,
  ...changes,
});

function bodyOf(message: InboxMessage | undefined): Record<string, unknown> {
  return message?.kind === 'delivery' ? JSON.parse(Buffer.from(message.delivery.body).toString()) : {};
}

describe('createReadHint', () => {
  const sent: InboxMessage[] = [];
  const putBack: ReadHint[] = [];
  const asked: string[] = [];
  let answer: (shop: string) => StoreAnswer;
  let nowMs: number;

  const reader: Reader = {
    merchant: merchantSchema.parse(demo),
    clientOf: (source) => ({
      source,
      signsCalls: false,
      listChanges: async () => ({ kind: 'busy', restMs: 0 }),
      readCase: async (question) => {
        asked.push(question.caseId);
        await Promise.resolve();
        return answer(question.shop);
      },
    }),
    credentials: async () => ({ accessToken: 'token' }),
    gate: openShopGate(),
    send: async (message) => void sent.push(message),
    putBack: async (hint) => void putBack.push(hint),
    nowMs: () => nowMs,
  };

  beforeEach(() => {
    sent.length = 0;
    putBack.length = 0;
    asked.length = 0;
    nowMs = Date.UTC(2026, 0, 15, 8, 1);
    answer = () => ({ kind: 'found', content: '{"id":"gid://shopify/Return/880001"}', restMs: 0 });
  });

  it('sends what it read as a delivery of its own', async () => {
    const outcome = await createReadHint({ ...reader, gate: openShopGate() })(hintOf());

    expect(outcome).toEqual({ outcome: 'read' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      kind: 'delivery',
      delivery: { source: 'shopify', channel: 'acme-goods', via: 'read' },
    });
  });

  it('gives the same answer to the same hint the same delivery id, and another hint another', async () => {
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await readHint(hintOf());
    nowMs += 5_000;
    await readHint(hintOf());
    await readHint(hintOf({ at: at(9) }));

    const ids = sent.map((message) => message.kind === 'delivery' && message.delivery.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('makes a delivery of its own of a change that was missed', async () => {
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await readHint(hintOf());
    await readHint(hintOf({ missed: true }));

    const ids = sent.map((message) => message.kind === 'delivery' && message.delivery.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('asks for the credentials of the shop, and of the app only where calls are signed', async () => {
    const credentials = vi.fn(reader.credentials);
    await createReadHint({ ...reader, credentials, gate: openShopGate() })(hintOf());

    expect(credentials).toHaveBeenCalledExactlyOnceWith({
      source: 'shopify',
      channel: 'acme-goods',
      shop,
      signsCalls: false,
    });
  });

  it('puts a hint back when the store is busy, and asks that shop no more until it has rested', async () => {
    answer = () => ({ kind: 'busy', restMs: 10_000 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await readHint(hintOf());
    const second = await readHint(hintOf({ caseId: '880002' }));

    expect(second).toEqual({ outcome: 'busy' });
    expect(asked).toEqual(['880001']);
    expect(putBack.map((hint) => [hint.caseId, hint.attempt])).toEqual([
      ['880001', 1],
      ['880002', 1],
    ]);
    nowMs += 10_000;
    await readHint(hintOf({ caseId: '880003' }));
    expect(asked).toEqual(['880001', '880003']);
  });

  it('does not hold up another shop while one is busy', async () => {
    answer = (asking) =>
      asking === shop ? { kind: 'busy', restMs: 600_000 } : { kind: 'found', content: '{}', restMs: 0 };
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await readHint(hintOf());
    const other = await readHint(hintOf({ shop: 'other.myshopify.com' }));

    expect(other).toEqual({ outcome: 'read' });
  });

  it('asks again for a case that the store does not know yet, and gives up in the end', async () => {
    answer = () => ({ kind: 'missing' });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    expect(await readHint(hintOf({ attempt: 15 }))).toEqual({ outcome: 'behind' });
    await expect(readHint(hintOf({ behind: mostBehind }))).rejects.toThrow('does not know case 880001');
    expect(putBack).toHaveLength(1);
    expect(sent).toHaveLength(0);
  });

  it('sends an answer that is older than the hint at once, and asks again', async () => {
    answer = () => ({ kind: 'found', content: '{}', asOf: at(1), restMs: 0 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    expect(await readHint(hintOf({ at: at(2) }))).toEqual({ outcome: 'behind' });

    expect(sent.map(bodyOf)).toMatchObject([{ content: '{}', hintAt: at(2) }]);
    expect(bodyOf(sent[0])).not.toHaveProperty('behind');
    expect(putBack).toEqual([hintOf({ at: at(2), attempt: 1, behind: 1 })]);
  });

  it('says that the store is behind only when it is asked no more', async () => {
    answer = () => ({ kind: 'found', content: '{}', asOf: at(1), restMs: 0 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await readHint(hintOf({ at: at(2), behind: mostBehind - 1 }));
    expect(await readHint(hintOf({ at: at(2), behind: mostBehind }))).toEqual({ outcome: 'read' });

    const ids = sent.map((message) => message.kind === 'delivery' && message.delivery.id);
    expect(sent.map((message) => bodyOf(message).behind)).toEqual([undefined, true]);
    expect(new Set(ids).size).toBe(2);
    expect(putBack).toHaveLength(1);
  });

  describe('of a store that shows something unsettled: money on its way', () => {
    beforeEach(() => {
      answer = () => ({ kind: 'found', content: '{}', asOf: at(2), restMs: 0, isUnsettled: true });
    });

    it('A3: sends what it shows at once, and reads it again', async () => {
      const readHint = createReadHint({ ...reader, gate: openShopGate() });

      expect(await readHint(hintOf())).toEqual({ outcome: 'unsettled' });
      expect(sent.map(bodyOf)).toMatchObject([{ content: '{}' }]);
      expect(putBack).toEqual([hintOf({ attempt: 1, behind: 1 })]);
    });

    it('A3: leaves it alone in the end, and does not say that the store is behind', async () => {
      const readHint = createReadHint({ ...reader, gate: openShopGate() });

      expect(await readHint(hintOf({ behind: mostBehind }))).toEqual({ outcome: 'read' });
      expect(bodyOf(sent[0])).not.toHaveProperty('behind');
      expect(putBack).toEqual([]);
    });

    it('reads it again for a hint without a time of its own, too', async () => {
      const readHint = createReadHint({ ...reader, gate: openShopGate() });

      expect(await readHint(hintOf({ at: at(9), atReceipt: true }))).toEqual({ outcome: 'unsettled' });
      expect(putBack).toHaveLength(1);
    });

    it('is done once it has settled', async () => {
      const readHint = createReadHint({ ...reader, gate: openShopGate() });
      await readHint(hintOf());
      answer = () => ({ kind: 'found', content: '{"settled":true}', asOf: at(3), restMs: 0 });

      expect(await readHint(hintOf({ attempt: 1, behind: 1 }))).toEqual({ outcome: 'read' });
      expect(putBack).toHaveLength(1);
      expect(sent).toHaveLength(2);
    });
  });

  it('does not say so of a store that shows the change at the last asking', async () => {
    answer = () => ({ kind: 'found', content: '{}', asOf: at(2), restMs: 0 });

    await createReadHint({ ...reader, gate: openShopGate() })(hintOf({ at: at(2), behind: mostBehind }));

    expect(bodyOf(sent[0])).not.toHaveProperty('behind');
  });

  it('holds no store to the time of a receipt', async () => {
    answer = () => ({ kind: 'found', content: '{}', asOf: at(1), restMs: 0 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    expect(await readHint(hintOf({ at: at(2), atReceipt: true }))).toEqual({ outcome: 'read' });
    expect(putBack).toEqual([]);
  });

  it('holds a store to the time that one of several hints named, whatever came later without one', async () => {
    answer = () => ({ kind: 'found', content: '{}', asOf: at(1), restMs: 0 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await Promise.all([
      readHint(hintOf({ at: at(3), atReceipt: true })),
      readHint(hintOf({ at: at(2) })),
      readHint(hintOf({ at: at(4), atReceipt: true })),
    ]);

    expect(putBack).toEqual([hintOf({ at: at(2), attempt: 1, behind: 1 })]);
  });

  it('forgets a read that failed, so that the next hint is read again', async () => {
    answer = () => {
      throw new Error('the token is refused');
    };
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await expect(readHint(hintOf())).rejects.toThrow('the token is refused');
    answer = () => ({ kind: 'found', content: '{}', restMs: 0 });
    expect(await readHint(hintOf())).toEqual({ outcome: 'read' });
  });

  it('makes a dead letter of a hint whose store is out of reach for hours', async () => {
    answer = () => ({ kind: 'busy', restMs: 0 });
    const readHint = createReadHint({ ...reader, gate: openShopGate() });

    await expect(readHint(hintOf({ attempt: mostAttempts }))).rejects.toThrow(
      'check api.baseUrl of shopify/acme-goods',
    );
    expect(putBack).toHaveLength(0);
  });

  it('makes a dead letter of a hint for a channel that is not configured', async () => {
    const reading = createReadHint({ ...reader, gate: openShopGate() })(hintOf({ channel: 'gone' }));

    await expect(reading).rejects.toThrow('no client reads shopify/gone');
  });
});
