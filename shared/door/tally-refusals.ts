import { strangers } from '#shared/counting/counts.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Tally, TallyMessage } from '#shared/messages/inbox-message.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Arrival, Outcome } from './accept-webhook.ts';

export interface RefusalParts {
  readonly merchant: Pick<Merchant, 'channels'>;
  readonly send: (message: TallyMessage) => Promise<void>;
  readonly nowMs: () => number;
}

/** A container tells of what it refused at most so often: a flood of forgeries is no flood of messages. */
const everyMs = 60_000;

/**
 * Makes a function that counts what was refused at the door, by channel, and now and then tells the inbox. A channel that does not exist costs what one
 * that exists does. Never throws: what could not be told is told with the next.
 */
export function createRefusalTally({
  merchant,
  send,
  nowMs,
}: RefusalParts): (arrival: Arrival, outcome: Outcome) => Promise<void> {
  const counted = new Map<string, Tally>();
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (arrival, outcome) => {
    if (outcome.kind === 'refused') {
      note(counted, nameOf(arrival, merchant));
    }
    // Either way from the last time: a clock that was put back must not stop the telling.
    if (counted.size === 0 || Math.abs(nowMs() - toldAt) < everyMs) {
      return;
    }
    toldAt = nowMs();
    const tallies = [...counted.values()];
    counted.clear();
    try {
      await send({ kind: 'tally', at: instantOf(toldAt), counted: tallies });
    } catch {
      for (const { count, ...name } of tallies) {
        note(counted, name, count);
      }
    }
  };
}

function note(counted: Map<string, Tally>, { source, channel }: Pick<Tally, 'source' | 'channel'>, more = 1): void {
  const name = `${source}/${channel}`;
  const count = (counted.get(name)?.count ?? 0) + more;
  counted.set(name, { source, channel, counter: 'refused', count });
}

/** A path is anyone's text: only a name of the merchant's file is told. */
function nameOf({ source, channel }: Arrival, { channels }: RefusalParts['merchant']) {
  const isOurs = channels.some((each) => each.source === source && each.channel === channel);
  return isOurs ? { source, channel } : strangers;
}
