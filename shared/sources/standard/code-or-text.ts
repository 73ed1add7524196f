const plainCode = /^[a-z0-9-]{1,40}$/;
const vocabulary = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,59}$/u;

/** A sender's own word for something, as given; undefined when it is a sentence, which may hold personal data. */
export function wordOf(text: string | undefined): string | undefined {
  return text !== undefined && vocabulary.test(text) ? text : undefined;
}

/** A code of what was found, in lower case; `other` for anything written out. */
export function codeOf(text: string): string {
  const code = text.trim().toLowerCase().replaceAll('_', '-');
  return plainCode.test(code) ? code : 'other';
}

/** A text under its field name, for the case's personal data; nothing when it is a mere word, which the record keeps. */
export function sentence(field: string, text: string | undefined): Readonly<Record<string, string>> {
  return text !== undefined && wordOf(text) === undefined ? { [field]: text } : {};
}
