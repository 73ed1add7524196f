const keys = new Map<string, string>();

/** The key of what somebody wants: the same until it was answered, so that asking again after a lost answer does nothing twice. */
export function keyOf(wish: string, random: () => string = randomKey): string {
  const key = keys.get(wish) ?? random();
  keys.set(wish, key);
  return key;
}

/** The same wish is from now on another one. */
export function wishAnswered(wish: string): void {
  keys.delete(wish);
}

function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
