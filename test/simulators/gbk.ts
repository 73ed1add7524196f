let codes: ReadonlyMap<string, readonly number[]> | undefined;

/** Text in GBK, as older warehouse systems send it. What GBK has no code for becomes a question mark. */
export function encodeGbk(text: string): Buffer {
  codes ??= readCodes();
  const table = codes;
  return Buffer.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

/** Node can only decode it: every code is decoded once. */
function readCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gbk');
  const pairs: (readonly [string, readonly number[]])[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') {
        pairs.push([character, [lead, trail]]);
      }
    }
  }
  const plain = Array.from({ length: 0x80 }, (_, code) => [String.fromCharCode(code), [code]] as const);
  return new Map([...pairs, ...plain]);
}
