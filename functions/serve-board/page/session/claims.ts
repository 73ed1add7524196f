/** What a token says of whoever it was given to; nobody here checks its signature: the API does. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const part = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** By this computer's clock. A token that names no end is over. */
export function isOver(token: string, nowMs: number): boolean {
  const { exp } = claimsOf(token);
  return typeof exp !== 'number' || exp * 1000 <= nowMs;
}

/** When this computer had a token first. */
export interface Seen {
  /** The end of its signature, by which it is known. */
  readonly mark: string;
  readonly atMs: number;
}

/** As it was seen before, else as of now. */
export function seenToken(token: string, before: Seen | undefined, nowMs: number): Seen {
  const mark = token.slice(-24);
  return before?.mark === mark ? before : { mark, atMs: nowMs };
}

/** How long a token holds, from when it came: a clock of this computer that is hours off would call each new one over, or none. */
export function leftMsOf(token: string, { atMs }: Seen, nowMs: number): number {
  const { exp, iat } = claimsOf(token);
  return typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1000 - (nowMs - atMs) : 0;
}
