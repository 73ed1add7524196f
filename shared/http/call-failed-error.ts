export type CallFailure = 'refused-address' | 'timeout' | 'no-connection' | 'too-large';

/** There is no whole answer, and so nobody knows whether the other side did what it was asked. Never holds the URL or what was sent. */
export class CallFailedError extends Error {
  override readonly name = 'CallFailedError';
  readonly reason: CallFailure;

  constructor(reason: CallFailure, cause?: unknown) {
    super(`the call failed: ${reason}`, { cause });
    this.reason = reason;
  }
}
