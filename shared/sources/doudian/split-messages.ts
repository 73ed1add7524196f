import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Observed } from '../source.ts';
import { messageIdOf } from './message-id.ts';

type Part = Extract<Observed, { readonly kind: 'several' }>['parts'][number];

/** So many can be passed on within one run; the others go on together, as a push of their own. */
export const mostParts = 500;

/**
 * Each message as a body of its own, cut from the text as it came, so that no number is written anew.
 * Its id is the message's own; where two of a body share one, or a message has none, it is a hash of the part. What is beyond the first
 * {@link mostParts} is one further part, to be split when it comes.
 * @param text - The JSON array of which `messages` was parsed.
 */
export function splitMessages(text: string, messages: readonly unknown[]): Part[] {
  const ids = messages.map(messageIdOf);
  const counts = new Map<string | undefined, number>();
  for (const id of ids) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const elements = elementsOf(text);
  const parts = elements.slice(0, mostParts).map((element, index): Part => {
    const id = ids[index];
    return id !== undefined && counts.get(id) === 1 ? { ...partOf(element), id: deliveryIdOf(id) } : partOf(element);
  });
  const rest = elements.slice(mostParts);
  return rest.length === 0 ? parts : [...parts, partOf(rest.join(','))];
}

/** Under the hash of its body. */
function partOf(elements: string): Part {
  const body = Buffer.from(`[${elements}]`);
  return { id: hashId(body), body };
}

const steps: ReadonlyMap<string, number> = new Map([
  ['{', 1],
  ['[', 1],
  ['}', -1],
  [']', -1],
]);

/** The texts of a JSON array's elements: what stands between the brackets and commas of its own level. */
function elementsOf(text: string): string[] {
  const elements: string[] = [];
  let depth = 0;
  let start = text.indexOf('[') + 1;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"|[[\]{},]/gs)) {
    depth += steps.get(token) ?? 0;
    if ((token === ',' && depth === 1) || depth === 0) {
      elements.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return elements;
}
