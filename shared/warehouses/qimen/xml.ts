/** A child of an element: its name, and its text or its own children. Left out where there is neither. */
export type XmlChild = readonly [name: string, content: string | readonly XmlChild[] | undefined];

/** A document with one root. Element order is as given: some WMS read by position. */
export function xmlDocument(root: string, children: readonly XmlChild[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>${elementOf([root, children])}`;
}

function elementOf([name, content]: XmlChild): string {
  if (content === undefined) {
    return '';
  }
  const inner = typeof content === 'string' ? escapeText(content) : content.map(elementOf).join('');
  return `<${name}>${inner}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Without what no XML document may hold, escaped or not: control characters, halves of pairs. */
function escapeText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/[&<>"']/g, (char) => escapes[char] ?? '');
}
