import type { Receiver } from '../source.ts';
import { identifyDoudian } from './identify.ts';
import { verifyDoudian } from './verify.ts';

/** Doudian's message push. One URL per app: the messages of all its shops come here. The endpoint check is a message like any other. */
export const doudianReceiver: Receiver = {
  source: 'doudian',
  keptHeaders: [],
  verify: (request, secrets, channel) => verifyDoudian(request, secrets, channel),
  identify: identifyDoudian,
  accepted: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"code":0,"msg":"success"}',
  },
};
