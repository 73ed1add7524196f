export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

const deepest = 64;

/** Reads a body as JSON. Never throws: what is no UTF-8, no JSON, or nested too deep is told as a reason. */
export function parseBody(body: Uint8Array, parse: (text: string) => unknown): ParsedBody {
  const text = decodeText(body);
  if (text === undefined) {
    return { ok: false, reason: 'the body is not UTF-8' };
  }
  // Looked at before parsing, because a recursive parser fails on depth in a way of its own.
  if (depthOf(text) > deepest) {
    return { ok: false, reason: `the body is nested deeper than ${deepest} levels` };
  }
  try {
    return { ok: true, value: parse(text) };
  } catch {
    return { ok: false, reason: 'the body is not JSON' };
  }
}

function decodeText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

const steps: ReadonlyMap<string, number> = new Map([
  ['{', 1],
  ['[', 1],
  ['}', -1],
  [']', -1],
]);

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      isInString = !isInString;
    } else if (isInString) {
      at += char === '\\' ? 1 : 0;
    } else {
      depth += steps.get(char) ?? 0;
      most = Math.max(most, depth);
    }
  }
  return most;
}
