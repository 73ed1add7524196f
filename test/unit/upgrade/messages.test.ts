import { describe, expect, it } from 'vitest';
import { readFollowRequest } from '#shared/following/follow-request.ts';
import { decodeHint } from '#shared/messages/decode-hint.ts';
import { decodeMessage } from '#shared/messages/decode-message.ts';
import { readTellMessage } from '#shared/messages/tell-message.ts';
import { countOf } from '../../upgrade/count-of.ts';
import { readReleaseLines, releaseFile } from '../../upgrade/release-table.ts';

/** A text that a producer of 91b539e put into a queue, and what it was to say. */
interface Sent {
  readonly name: string;
  /** Who reads that queue. */
  readonly reader: keyof typeof readers;
  readonly text: string;
  /** What lies in the bucket for it; bytes in base64. */
  readonly stored?: { readonly key: string; readonly bytes: string };
  /** Bodies in base64. */
  readonly said: Said;
}

type Said = Readonly<Record<string, unknown>> & { readonly kind?: string };

const readers = {
  inbox: async ({ text, stored }: Sent) => await decodeMessage(text, async (key) => bytesAt(key, stored)),
  hint: async ({ text }: Sent) => decodeHint(text),
  tell: async ({ text }: Sent) => readTellMessage(text),
  follow: async ({ text }: Sent) => readFollowRequest(text),
};

const messages: readonly Sent[] = [
  ...JSON.parse(releaseFile('messages.json').toString()),
  // So long that its body does not go through the queue, and is packed here.
  ...readReleaseLines('message-by-reference.jsonl.zst'),
];

function bytesAt(key: string, stored: Sent['stored']): Uint8Array {
  if (stored?.key !== key) {
    throw new Error(`nothing lies at ${key}`);
  }
  return Buffer.from(stored.bytes, 'base64');
}

/** With the body in base64, whatever class held it. */
function plain(message: object): object {
  const { delivery } = message as { readonly delivery?: { readonly body: Uint8Array } };
  return delivery
    ? { ...message, delivery: { ...delivery, body: Buffer.from(delivery.body).toString('base64') } }
    : message;
}

/** A tick named its strike; today a message says only when to look, and the record knows what strikes then. */
function asToday(said: Said): object {
  const { kind, caseKey, tick } = said as Said & { readonly caseKey?: string; readonly tick?: { readonly at: string } };
  return kind === 'tick' ? { kind: 'strike', caseKey, at: tick?.at } : said;
}

describe('a message that 91b539e sent', () => {
  it.each(messages.map((message) => [message.name, message] as const))('is read: %s', async (_, message) => {
    expect(plain(await readers[message.reader](message))).toEqual(asToday(message.said));
  });
});

describe('the fixture', () => {
  const ofReader = (reader: Sent['reader']) => messages.filter((each) => each.reader === reader);

  it('holds every kind of message that went to the inbox', () => {
    expect(countOf(ofReader('inbox').map(({ said }) => said.kind))).toEqual({
      act: 2,
      answered: 12,
      delivery: 6,
      'parcel-linked': 1,
      'parcel-state': 2,
      rebuild: 2,
      tick: 4,
    });
    expect(messages.filter(({ stored }) => stored)).toHaveLength(1);
  });

  it('holds every event that went into a queue of ours, and what was put back', () => {
    const types = [...ofReader('tell'), ...ofReader('follow')].map(({ text }) => JSON.parse(text)['detail-type']);
    expect(countOf(types)).toEqual({
      'Parcel Follow Requested': 4,
      'Return Tracking Assigned': 1,
      'Return Tracking Replaced': 1,
      'Return Tracking Withdrawn': 1,
      undefined: 1,
    });
  });

  it('holds hints with each of their marks', () => {
    expect(countOf(ofReader('hint').flatMap(({ said }) => Object.keys(said)))).toMatchObject({
      atReceipt: 1,
      missed: 2,
    });
  });
});
