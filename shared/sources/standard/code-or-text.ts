import { cleaned } from '#shared/identifiers/cleaned.ts';

const plainCode = /^[a-z0-9-]{1,40}$/;
/** Letters of other scripts are left out: a Chinese sentence has no blanks to tell it by. So are runs of digits that may be a phone. */
const code = /^(?!.*\d{5})[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/;

/** A sender's own code for something, as given; undefined for anything that may be written by a person, and so hold personal data. */
export function wordOf(text: string | undefined): string | undefined {
  const word = cleaned(text ?? '');
  return code.test(word) ? word : undefined;
}

/** A code of what was found, in lower case; `other` for anything written out. */
export function codeOf(text: string): string {
  const found = cleaned(text).toLowerCase().replaceAll('_', '-');
  return plainCode.test(found) ? found : 'other';
}

/** A text under its field name, for the case's personal data; nothing when it is empty or a mere word, which the record keeps. */
export function sentence(field: string, text: string | undefined): Readonly<Record<string, string>> {
  return text && wordOf(text) === undefined ? { [field]: text } : {};
}
