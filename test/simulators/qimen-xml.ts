import { XMLParser } from 'fast-xml-parser';

/** XML as plain values: text, or elements by name; several elements of a name are a list. */
export type Xml = string | undefined | { readonly [name: string]: Xml } | readonly Xml[];

const declaration = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`;
const lists = ['orderLine', 'package', 'batch', 'item'];
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) });

export function writeXml(root: string, content: Xml, charset = 'utf-8'): string {
  return `${declaration(charset)}${element(root, content)}`;
}

/** What is undefined is left out. */
function element(name: string, content: Xml): string {
  if (content === undefined) {
    return '';
  }
  if (Array.isArray(content)) {
    return content.map((each) => element(name, each)).join('');
  }
  const inner =
    typeof content === 'string'
      ? escapeXml(content)
      : Object.entries(content)
          .map(([child, value]) => element(child, value))
          .join('');
  return `<${name}>${inner}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The content of the root element, whatever it is called. */
export function readXml(text: string): Xml {
  const { '?xml': _, ...roots } = parser.parse(text);
  return Object.values(roots)[0] as Xml;
}

/** The text at a path; undefined where there is none, or an empty one. */
export function textAt(content: Xml, path: string): string | undefined {
  const found = at(content, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The elements at a path. */
export function listAt(content: Xml, path: string): readonly Xml[] {
  const found = at(content, path);
  return found === undefined ? [] : [found].flat();
}

function at(content: Xml, path: string): Xml {
  return path
    .split('/')
    .reduce<Xml>(
      (found, name) =>
        typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, Xml>)[name] : undefined,
      content,
    );
}
