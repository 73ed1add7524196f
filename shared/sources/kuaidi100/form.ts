/**
 * The fields of a form post, each decoded exactly once: `+` is a blank, percent-escapes are UTF-8 (platforms-cn.md, 0.3).
 * @returns undefined for what is no UTF-8, a broken escape, or a name that is there twice: what was signed would not be certain.
 */
export function readForm(body: Uint8Array): ReadonlyMap<string, string> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const fields = text.split('&').map(readField);
    const form = new Map(fields);
    return form.size === fields.length ? form : undefined;
  } catch {
    return undefined;
  }
}

function readField(field: string): readonly [name: string, value: string] {
  const at = field.indexOf('=');
  return at < 0 ? [decode(field), ''] : [decode(field.slice(0, at)), decode(field.slice(at + 1))];
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
