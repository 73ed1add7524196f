import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale, Texts } from '#shared/words/locale.ts';
import type { QueueDepth } from '../../emulator/queue-depths.ts';
import type { Log } from '../../run/progress.ts';
import { nowAndThen } from '../../run/waiting.ts';
import type { Look } from './look.ts';
import { differencesText, queuesText } from './words.ts';

export interface Settling {
  readonly look: () => Promise<Look>;
  readonly locale: Locale;
  readonly log: Log;
  /** Where nothing changes for so long, it is not waited any more: while queues hold messages, and when they are empty. */
  readonly stillMs: { readonly busy: number; readonly idle: number };
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
}

const everyMs = 1500;

/** Waits until all is as it should be, as long as anything still changes. @returns what is not, and what is dead. */
export async function settle({
  look,
  locale,
  log,
  stillMs,
  wait = sleep,
  now = Date.now,
}: Settling): Promise<string[]> {
  const say = nowAndThen(log, now);
  let before = '';
  let changedAt = now();
  for (;;) {
    const seen = await look();
    const underWay = seen.queues.filter(({ queue }) => !isDead(queue));
    const isDone = underWay.length === 0 && seen.different.length === 0;
    const mark = JSON.stringify(seen);
    changedAt = mark === before ? changedAt : now();
    before = mark;
    if (isDone || now() - changedAt >= stillMs[underWay.length > 0 ? 'busy' : 'idle']) {
      return [...seen.queues.map(leftText), ...seen.different];
    }
    say(waitText(underWay, seen.different)[locale]);
    await wait(everyMs);
  }
}

function isDead(queue: string): boolean {
  return queue.endsWith('-dlq');
}

function leftText({ queue, messages }: QueueDepth): string {
  return `${queue}: ${messages} ${isDead(queue) ? 'dead letters' : 'messages left'}`;
}

function waitText(underWay: readonly QueueDepth[], different: readonly string[]): Texts {
  return underWay.length > 0
    ? queuesText(underWay.map(({ queue, messages }) => `${shortName(queue)} ${messages}`).join(', '))
    : differencesText(different.length, different[0] ?? '');
}

/** `backhaul-demo-inbox` as `inbox`. */
function shortName(queue: string): string {
  return queue.replace(/^backhaul-[a-z0-9]+-/, '');
}
