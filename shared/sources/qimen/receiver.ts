import type { Receiver, Reply } from '../source.ts';
import { identifyQimen } from './identify.ts';
import { verifyQimen } from './verify.ts';

/** Qimen 奇门, the standard between ERP and WMS: what a warehouse reports, through Qimen's cloud or directly. Not tried against a real WMS. */
export const qimenReceiver: Receiver = {
  source: 'qimen',
  keptHeaders: ['content-type'],
  keptQuery: ['method', 'customerid'],
  verify: (request, secrets, _channel, now) => verifyQimen(request, secrets, now),
  identify: identifyQimen,
  accepted: answer('success', '0', 'ok'),
  refused: answer('failure', 'sign-check-failure', 'Illegal request'),
};

/** Qimen's answer is its flag, not the status. */
function answer(flag: string, code: string, message: string): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/xml;charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><response><flag>${flag}</flag><code>${code}</code><message>${message}</message></response>`,
  };
}
