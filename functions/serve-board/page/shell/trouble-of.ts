/** What keeps the page from being as of now. */
export type Trouble = 'expired' | 'not-let-in' | 'offline' | 'no-answer';

/** How the last asking went. */
export interface Asking {
  readonly hasFailed: boolean;
  /** There was no token to ask with, or it was not taken. */
  readonly isSignedOut: boolean;
  /** Of what the API refused. */
  readonly status?: number | undefined;
  /** By what the browser knows: it has a network, and no more than that. */
  readonly isOnline: boolean;
}

export function troubleOf({ hasFailed, isSignedOut, status, isOnline }: Asking): Trouble | undefined {
  if (isSignedOut) {
    return 'expired';
  }
  if (status === 403) {
    return 'not-let-in';
  }
  if (!hasFailed) {
    return isOnline ? undefined : 'offline';
  }
  return isOnline || status !== undefined ? 'no-answer' : 'offline';
}
