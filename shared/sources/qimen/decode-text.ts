/** UTF-8 unless the content type, or else the document itself, says GBK or one of its kin. Undefined for any other, and for bytes that are none. */
export function decodeText(bytes: Uint8Array, contentType: string): string | undefined {
  const charset = charsetIn(/charset\s*=\s*"?([\w-]+)/i, contentType) ?? charsetIn(declared, startOf(bytes)) ?? 'utf-8';
  const encoding = encodings.get(charset);
  if (!encoding) {
    return undefined;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const encodings: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gbk', 'gbk'],
  ['gb2312', 'gbk'],
  ['gb18030', 'gb18030'],
]);

const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/i;
const lookedAtBytes = 200;

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, lookedAtBytes)).toString('latin1');
}

function charsetIn(form: RegExp, text: string): string | undefined {
  return form.exec(text)?.[1]?.toLowerCase();
}
