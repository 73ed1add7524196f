import { Fault } from '#shared/fault/fault.ts';

export type CallFailure = 'refused-address' | 'timeout' | 'no-connection' | 'too-large';

const advices: Readonly<Record<CallFailure, string>> = {
  'refused-address': 'check the address in the merchant’s file: it must be public, and https outside a demo',
  timeout: 'look whether the other side is slow or out of reach',
  'no-connection': 'look whether the other side is out of reach, and whether it lets our address in',
  'too-large': 'check the address in the merchant’s file: what answers there says more than any answer may hold',
};

/** There is no whole answer, and so nobody knows whether the other side did what it was asked. Never holds the URL or what was sent. */
export class CallFailedError extends Fault {
  override readonly name = 'CallFailedError';
  readonly reason: CallFailure;

  constructor(reason: CallFailure, cause?: unknown) {
    super('call-failed', `the call failed (${reason})`, { advice: advices[reason], cause });
    this.reason = reason;
  }
}
