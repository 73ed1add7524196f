const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const reference = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/g;

/** XML's five named entities and references to characters; anything else stays as it stands. Once only: what comes out is not read again. */
export function decodeEntities(text: string): string {
  return text.replace(reference, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) {
      return named.get(name) ?? whole;
    }
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
  });
}

/** Only what XML allows as a character. */
function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return isAllowed ? String.fromCodePoint(code) : undefined;
}
