import type { ScenarioResult } from '../../../test/scenarios/run-scenarios.ts';
import type { QueueDepth } from '../../emulator/queue-depths.ts';

export interface Shown {
  readonly lines: readonly string[];
  /** Timelines that the API did not give. */
  readonly unread: readonly string[];
}

/** Each scenario's cases, as lines for people. */
export async function tellScenarios(
  results: readonly ScenarioResult[],
  readLines: (caseKey: string) => Promise<readonly string[]>,
): Promise<Shown> {
  const lines: string[] = [];
  const unread: string[] = [];
  for (const { letter, title, shown, notes } of results) {
    lines.push('', `━━ (${letter}) ${title}`);
    for (const { caseKey, title: subject } of shown) {
      const timeline = await readLines(caseKey).catch((error: Error) => {
        unread.push(`(${letter}) ${error.message}`);
        return [error.message];
      });
      lines.push('', `   ${caseKey}: ${subject}`, ...timeline.map((line) => `   ${line}`));
    }
    lines.push(...notes.map((note) => `   ${note}`));
  }
  return { lines, unread };
}

export interface Counts {
  readonly sent: number;
  readonly accepted: number;
  readonly told: number;
  readonly left: readonly QueueDepth[];
}

export function countLines({ sent, accepted, told, left }: Counts): string[] {
  const ofKind = (isDead: boolean) => left.filter(({ queue }) => queue.endsWith('-dlq') === isDead);
  const textOf = (depths: readonly QueueDepth[]) =>
    depths.length === 0 ? '0' : depths.map(({ queue, messages }) => `${messages} in ${queue}`).join(', ');
  return [
    'Counts',
    `  webhooks sent     ${sent}, of which ${accepted} were accepted`,
    `  events told       ${told}`,
    `  left in queues    ${textOf(ofKind(false))}`,
    `  dead letters      ${textOf(ofKind(true))}`,
  ];
}

/** What did not arrive, each with what was found instead; empty when everything did. */
export function failureLines(results: readonly ScenarioResult[], left: readonly QueueDepth[]): string[] {
  return [
    ...results.flatMap(({ letter, failed }) =>
      failed.map(({ what, detail }) => `(${letter}) ${what}${detail ? `: ${detail}` : ''}`),
    ),
    ...left.map(({ queue, messages }) => `${messages} messages are left in ${queue}`),
  ];
}
