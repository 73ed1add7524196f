/**
 * Decodes base64 that is written in the one right way: full padding, no blanks, no spare bits.
 * Node's own decoder lets all of these pass, so that several texts would stand for one signature.
 * @returns undefined for any other text.
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
