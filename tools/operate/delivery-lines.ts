import type { DeliveryEntry } from '#shared/api/ports.ts';
import { padTo, widthOf, wrapTo } from '#shared/api/text-width.ts';

const headings = { at: 'received', outcome: 'outcome', sender: 'sender', id: 'id', reason: 'reason' } as const;
type Cells = Readonly<Record<keyof typeof headings, string>>;

const indent = 2;
const gap = '  ';
/** Where less is left behind the id, the reason stands below it. */
const leastReason = 30;
const padded = ['at', 'outcome', 'sender', 'id'] as const;

/** Deliveries as aligned lines; each id is whole, since one looks for it elsewhere. @param columns - Of the terminal: what is longer goes on below its own beginning. */
export function deliveryLines(entries: readonly DeliveryEntry[], columns = Number.POSITIVE_INFINITY): string[] {
  const rows = [headings, ...entries.map(cellsOf)];
  const widths = padded.map((name) => Math.max(...rows.map((row) => widthOf(row[name]))));
  return rows.flatMap((row) => linesOf(row, widths, columns));
}

/** By UTC, as in the log. */
export function shownTime(at: string): string {
  return at.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}

function cellsOf({ receivedAt, outcome, source, channel, id, reason = '' }: DeliveryEntry): Cells {
  return { at: shownTime(receivedAt), outcome, sender: `${source}/${channel}`, id, reason };
}

function linesOf(row: Cells, widths: readonly number[], columns: number): string[] {
  const cells = padded.map((name, place) => padTo(row[name], widths[place] ?? 0));
  const head = `${' '.repeat(indent)}${cells.join(gap)}`;
  const room = columns - widthOf(head) - gap.length;
  if (room < leastReason) {
    const below = row.reason === '' ? [] : wrapTo(row.reason, columns - 2 * indent);
    return [head.trimEnd(), ...below.map((line) => `${' '.repeat(2 * indent)}${line}`)];
  }
  const [first = '', ...more] = wrapTo(row.reason, room);
  const margin = ' '.repeat(widthOf(head) + gap.length);
  return [`${head}${gap}${first}`.trimEnd(), ...more.map((line) => `${margin}${line}`)];
}
