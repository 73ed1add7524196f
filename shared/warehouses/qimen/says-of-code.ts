interface Sought {
  readonly words: RegExp;
  /** What the words could be meant of instead. */
  readonly otherThings: RegExp;
}

/** Whether a sentence says the words of the order of this code: right behind it, or before it where nothing else is named. */
export function saysOfCode(message: string, code: string, { words, otherThings }: Sought): boolean {
  const at = message.indexOf(code);
  const before = message.slice(0, at);
  const behind = message.slice(at + code.length);
  const found = words.exec(behind);
  return found
    ? !otherThings.test(behind.slice(0, found.index))
    : words.test(before) && !otherThings.test(before) && !namesAnyCode(before);
}

/** Whether anything in the text looks like a number or code of something. */
export function namesAnyCode(text: string): boolean {
  return (text.match(/[\w-]+/g) ?? []).some((token) => token.length >= 4 && /\d/.test(token));
}
