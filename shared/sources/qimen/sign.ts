import { createHash } from 'node:crypto';

/** One parameter as it is signed: its name as it was sent, and the bytes that its value decodes to. */
export interface SignedParam {
  readonly name: string;
  readonly value: Uint8Array;
}

/**
 * How Qimen signs, in both directions: MD5(secret + name and value of each parameter but `sign`, sorted by name + body + secret), over bytes.
 * @param body - Empty for a form, whose fields are parameters. @returns 16 bytes; on the wire upper-case hex. Source: platforms-cn.md, 4(b).
 */
export function qimenSign(secret: string, params: readonly SignedParam[], body: Uint8Array): Buffer {
  const hash = createHash('md5').update(secret);
  const signed = params.filter(({ name }) => name !== 'sign').sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, value } of signed) {
    hash.update(name).update(value);
  }
  return hash.update(body).update(secret).digest();
}
