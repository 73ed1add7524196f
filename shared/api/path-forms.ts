/** A slash is encoded once, or twice where a gateway decodes a path before it routes it, and may be so by who was told to. */
const mostDecodings = 3;

/** What a part of a path may stand for: as it is, or URL-decoded as often as something is encoded in it, since gateways differ in whether they decode it. */
export function formsOf(part: string): string[] {
  const forms = [part];
  for (let times = 0; times < mostDecodings; times += 1) {
    forms.push(decoded(forms.at(-1) ?? ''));
  }
  return [...new Set(forms)];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
