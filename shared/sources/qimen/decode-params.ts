import type { SignedParam } from './sign.ts';

/** Visible ASCII in one spelling: no stray `&`, `=` or `%`, which decoders read in different ways. */
const itemForm = /^([A-Za-z][\w.-]{0,59})=((?:[!-$'-<>-~]|%[0-9A-Fa-f]{2})*)$/;
const mostParams = 64;

/** Reads a query or a form. @returns undefined when any part of it is malformed; a name may be there several times. */
export function decodeParams(text: string): SignedParam[] | undefined {
  const items = text === '' ? [] : text.split('&');
  if (items.length > mostParams) {
    return undefined;
  }
  const params = items.map(decodeItem);
  return params.every((each) => each !== undefined) ? params : undefined;
}

function decodeItem(item: string): SignedParam | undefined {
  const [, name, text] = itemForm.exec(item) ?? [];
  const value = text === undefined ? undefined : decodeValue(text);
  return name !== undefined && value ? { name, value } : undefined;
}

/** `+` is a blank, `%2B` a plus. @returns undefined for what is not ASCII or escapes badly. */
export function decodeValue(text: string): Uint8Array | undefined {
  if (/\P{ASCII}|%(?![0-9A-Fa-f]{2})/u.test(text)) {
    return undefined;
  }
  const bytes = text
    .replaceAll('+', ' ')
    .replace(/%(..)/g, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
