import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Observed } from '../source.ts';
import { messageIdOf } from './message-id.ts';

type Part = Extract<Observed, { readonly kind: 'several' }>['parts'][number];

/**
 * Each message as a body of its own, cut from the text as it came, so that no number is written anew.
 * Its id is the message's own; where two of a body share one, or a message has none, it is a hash of the part.
 * @param text - The JSON array of which `messages` was parsed.
 */
export function splitMessages(text: string, messages: readonly unknown[]): Part[] {
  const ids = messages.map(messageIdOf);
  return elementsOf(text).map((element, index): Part => {
    const body = Buffer.from(`[${element}]`);
    const id = ids[index];
    const isOwn = id !== undefined && ids.indexOf(id) === ids.lastIndexOf(id);
    return { id: isOwn ? deliveryIdOf(id) : hashId(body), body };
  });
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
