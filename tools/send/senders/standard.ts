import { rows } from '#shared/sources/standard/rows.ts';
import { signStandard } from '../../../test/simulators/sign.ts';
import { adaptSample } from '../adapt-sample.ts';
import { fixtureText } from '../fixture.ts';
import type { SampleSender } from '../sample-sender.ts';

/** Standard Webhooks: the samples of docs/standard-webhooks.md, of the case RMA-1 and the parcel SF14000000012. */
export const standardSender: SampleSender = {
  source: 'standard',
  content: 'data of the message',
  types: Object.fromEntries([...rows].map(([type, { roles }]) => [type, roles])),
  fieldsOf: (type) => Object.keys(Object(rows.get(type)?.schema).shape ?? {}),
  sampleOf: (type, occasion) => {
    const { timestamp, data } = JSON.parse(fixtureText(`standard/${type.replaceAll('.', '-')}`));
    const [shop, ...others] = occasion.channel.shops;
    const named = others.length > 0 ? { ...data, shop } : data;
    return adaptSample(named, occasion.now.getTime() - Date.parse(timestamp), occasion);
  },
  post: (type, data, { secret, now, run }) => {
    const body = Buffer.from(JSON.stringify({ type, timestamp: now.toISOString(), data }));
    const timestamp = Math.floor(now.getTime() / 1000);
    return { headers: signStandard(secret, { id: `msg_sample_${run}`, timestamp, body }), body };
  },
};
