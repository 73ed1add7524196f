import type { RecordName } from './record-name.ts';

/** What came of a message. */
export interface Recorded {
  readonly outcome: string;
  readonly reason?: string;
}

/** A record that has to be folded anew, and how. */
export interface Touched {
  readonly record: RecordName;
  /** Tell what only a newer fold revision sees, too. */
  readonly emit?: boolean;
  /** Let all follow anew that ever followed from it. */
  readonly whole?: boolean;
}

/** A message whose facts are where they belong. It is done once each of its records was folded anew, and then `finish`. */
export interface Placed {
  readonly touched: readonly Touched[];
  readonly finish: () => Promise<Recorded>;
}
