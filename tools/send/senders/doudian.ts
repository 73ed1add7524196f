import { isInteger, LosslessNumber, parse, stringify } from 'lossless-json';
import { signDoudianPush } from '../../../test/simulators/sign-cn.ts';
import { fixtureText } from '../fixture.ts';
import type { SampleSender } from '../sample-sender.ts';

/** After-sales messages (platforms-cn.md, 2c). */
const tags = ['200', '201', '202', '203', '204', '205', '206', '207', '208', '209', '212', '216'];

type Data = Record<string, unknown>;

/** Doudian's message push: every message only hints, and the case is then read at Doudian's API. */
export const doudianSender: SampleSender = {
  source: 'doudian',
  content: 'data of the one message',
  types: Object.fromEntries(tags.map((tag) => [tag, undefined])),
  sampleOf: (_tag, { channel, now }) => {
    const [message] = parse(fixtureText('doudian/message-203')) as [{ data: string }];
    const shop = channel.shops[0] ?? '';
    return {
      ...(parse(message.data) as Data),
      shop_id: isInteger(shop) ? new LosslessNumber(shop) : shop,
      update_time: now.toISOString(),
    };
  },
  post: (tag, content, { channel, secret, run }) => {
    const message = { tag, msg_id: `sample-${run}`, data: stringify(content) };
    const body = Buffer.from(JSON.stringify([message]));
    return { headers: signDoudianPush(channel.appKey ?? '', secret, body), body };
  },
};
