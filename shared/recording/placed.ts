import type { RecordName } from '#shared/messages/record-name.ts';
import type { Emit } from './emit.ts';
import type { Heard } from './look-beside.ts';

/** What came of a message. */
export interface Recorded {
  readonly outcome: string;
  readonly reason?: string;
  /** It is too early: the message is to come again after so long. */
  readonly againSeconds?: number;
}

/** A record that has to be folded anew, and how. */
export interface Touched {
  readonly record: RecordName;
  /** What only a newer fold revision sees and is to be told, too. */
  readonly emit?: Emit;
  /** Let all follow anew that ever followed from it. */
  readonly whole?: boolean;
  /** What it has to have looked at. */
  readonly heard?: readonly Heard[];
}

/** A message whose facts are where they belong. It is done once each of its records was folded anew, and then `finish`. */
export interface Placed {
  readonly touched: readonly Touched[];
  readonly finish: () => Promise<Recorded>;
}

/** A message whose outcome is known before its records are folded. */
export function ended(recorded: Recorded, ...touched: readonly Touched[]): Placed {
  return { touched, finish: async () => recorded };
}
