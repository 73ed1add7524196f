import { signKuaidi100 } from '../../../test/simulators/sign-cn.ts';
import { fixtureText } from '../fixture.ts';
import type { SampleSender } from '../sample-sender.ts';

/** Kuaidi100's pushes, each all that the feed knows of a parcel. */
export const kuaidi100Sender: SampleSender = {
  source: 'kuaidi100',
  content: 'param',
  types: { delivered: undefined, aborted: undefined, finished: undefined, 'carrier-corrected': undefined },
  sampleOf: (type) => JSON.parse(new URLSearchParams(fixtureText(`kuaidi100/${type}`)).get('param') ?? ''),
  post: (_type, content, { secret }) => {
    const param = JSON.stringify(content);
    const form = new URLSearchParams({ sign: signKuaidi100(param, secret), param });
    return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: Buffer.from(form.toString()) };
  },
};
