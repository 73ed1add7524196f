import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from './decode-entities.ts';
import { decodeText } from './decode-text.ts';
import { xmlFault } from './xml-faults.ts';

export type XmlRead = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

const mostBytes = 1024 * 1024;
const deepest = 32;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  maxNestedTags: deepest,
  entityDecoder: {
    setExternalEntities: () => undefined,
    addInputEntities: () => undefined,
    reset: () => undefined,
    setXmlVersion: () => undefined,
    decode: decodeEntities,
  },
});

/**
 * What is inside the root element: its children by name, several of one name as a list, leaves as trimmed texts (never as numbers).
 * An empty element is as if it were not there. Never throws, and never resolves an entity of the sender's.
 */
export function readXml(bytes: Uint8Array, contentType: string, root: string): XmlRead {
  if (bytes.length > mostBytes) {
    return { ok: false, reason: `the body has more than ${mostBytes} bytes` };
  }
  const text = decodeText(bytes, contentType);
  if (text === undefined) {
    return { ok: false, reason: 'the body is neither UTF-8 nor GBK' };
  }
  const fault = xmlFault(text);
  return fault === undefined ? parse(text, root) : { ok: false, reason: fault };
}

function parse(text: string, root: string): XmlRead {
  try {
    const document: unknown = withoutEmpty(parser.parse(text, true));
    const [[name, value] = [], ...more] = isObject(document) ? Object.entries(document) : [];
    return name === root && !Array.isArray(value) && more.length === 0
      ? { ok: true, value }
      : { ok: false, reason: `the body is no <${root}>` };
  } catch {
    return { ok: false, reason: `the body is not well-formed XML, or nested deeper than ${deepest} levels` };
  }
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutEmpty).filter((each) => each !== '');
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, withoutEmpty(each)] as const)
      .filter(([, each]) => each !== '' && !(Array.isArray(each) && each.length === 0)),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
