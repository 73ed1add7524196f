/** What went wrong, for logs, alarms and tests. */
export type FaultCode =
  /** An environment variable, a setting or a queue is not there. */
  | 'not-configured'
  /** A secret or a token is not of the form that it must have. */
  | 'secret-malformed'
  /** A secret may be there, and cannot be read. */
  | 'secrets-unreachable'
  /** A message of which nothing can be made, however often it comes. */
  | 'unreadable-message'
  /** A stored policy that does not hold. */
  | 'policy-not-valid'
  /** A stored policy names a warehouse that the merchant's file has no more. */
  | 'warehouse-gone'
  /** A policy's calendar says little more of the days to come. */
  | 'calendar-ends'
  /** There is no whole answer to a call, so nobody knows what the other side did. */
  | 'call-failed'
  /** The other side knows us and says no: a token, a permission, a contract. */
  | 'call-refused'
  /** An answer that is not what its sender documents. */
  | 'answer-not-understood'
  /** Tried for hours, or told that it cannot be. */
  | 'given-up'
  /** A warehouse that is called no more may still expect parcels. */
  | 'not-called-any-more'
  /** Some shops could not be listed; each has a line of its own. */
  | 'shops-not-listed'
  /** Some clocks could not be started. */
  | 'clocks-not-started'
  /** Some robots could not be told to; each has a line of its own. */
  | 'people-not-told'
  /** A record that a newer version of the fold wrote. */
  | 'newer-fold'
  /** Others were faster, time after time. */
  | 'too-many-races'
  /** The table does not take an item. */
  | 'write-refused'
  /** A queue or the bus did not take all of a batch. */
  | 'not-all-taken'
  /** A body that was put away is not to be had, or not whole. */
  | 'body-not-whole'
  /** Work that did not come to its end in time. */
  | 'out-of-time';

export interface FaultDetails {
  /** What an operator does. It is logged: never a payload, a name, a phone or an address. */
  readonly advice: string;
  readonly cause?: unknown;
  /** No retry mends it. */
  readonly lasting?: boolean;
}

/** Everything of our own that is thrown: what only a retry or a person can mend. */
export class Fault extends Error {
  override readonly name: string = 'Fault';
  readonly code: FaultCode;
  readonly advice: string;
  readonly lasting: boolean;

  /** @param what - What happened; names settings, shops and ids, and quotes nothing that another side said but its codes. */
  constructor(code: FaultCode, what: string, { advice, cause, lasting = false }: FaultDetails) {
    super(`${what}: ${advice}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.advice = advice;
    this.lasting = lasting;
  }
}
