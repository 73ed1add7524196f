import { XMLParser } from 'fast-xml-parser';
import { isLosslessNumber, parse, stringify } from 'lossless-json';
import type { Delivery } from '#shared/sources/source.ts';

/** A delivery as the tree of its members, and the way back. Numbers of JSON are kept digit by digit. */
export interface Opened {
  readonly tree: unknown;
  /** The same delivery with another tree. */
  close(tree: unknown): Delivery;
  /** Whether a member may be there and hold nothing. */
  readonly hasEmpty: boolean;
  /** A member as a note names it. */
  nameOf(path: readonly string[]): string;
}
export type Opener = (delivery: Delivery) => Opened;

export function isBranch(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === 'object' && value !== null && !isLosslessNumber(value);
}

/** JSON; of a delivery that was read at a store also the store's own JSON within. */
export const openJson: Opener = (delivery) => {
  const tree = parse(textOf(delivery));
  const isRead = delivery.via === 'read';
  return {
    tree: isRead ? within(tree, 'content', jsonIn) : tree,
    close: (changed) => withText(delivery, stringify(isRead ? within(changed, 'content', textFrom) : changed) ?? ''),
    hasEmpty: true,
    nameOf: (path) => path.join('.'),
  };
};

/** A list of messages, each with JSON in the text `member`; members go by their names within their message. */
export function openMessages(member: string): Opener {
  return (delivery) => {
    if (delivery.via === 'read') {
      return openJson(delivery);
    }
    const opened = openJson(delivery);
    return {
      tree: each(opened.tree, (message) => within(message, member, jsonIn)),
      close: (changed) => opened.close(each(changed, (message) => within(message, member, textFrom))),
      hasEmpty: true,
      nameOf: ([, ...path]) => path.join('.'),
    };
  };
}

/** A form, with JSON in the field `field`. */
export function openForm(field: string): Opener {
  return (delivery) => {
    const form = new URLSearchParams(textOf(delivery));
    return {
      tree: parse(form.get(field) ?? ''),
      close(changed) {
        const other = new URLSearchParams(form);
        other.set(field, stringify(changed) ?? '');
        return withText(delivery, other.toString());
      },
      hasEmpty: true,
      nameOf: (path) => path.join('.'),
    };
  };
}

const xmlParser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });

/** XML, with the members of its root. @param lists - Elements that may be there several times. */
export function openXml(lists: readonly string[]): Opener {
  return (delivery) => {
    const charset = /charset=([\w-]+)/.exec(delivery.headers['content-type'] ?? '')?.[1];
    const text = new TextDecoder(charset).decode(delivery.body);
    const [[root = '', tree] = []] = Object.entries(inLists(xmlParser.parse(text), lists) as object);
    const headers = { ...delivery.headers, 'content-type': 'text/xml;charset=utf-8' };
    return {
      tree,
      close: (changed) => withText({ ...delivery, headers }, `<?xml version="1.0"?>${elementOf(root, changed)}`),
      // An empty element is as if it were not there.
      hasEmpty: false,
      nameOf: (path) => path.join('.'),
    };
  };
}

function inLists(value: unknown, lists: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => inLists(one, lists));
  }
  return isBranch(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => {
          const inner = inLists(one, lists);
          return [name, lists.includes(name) && !Array.isArray(inner) ? [inner] : inner];
        }),
      )
    : value;
}

/** XML has no null: it is an element that is not there. */
function elementOf(name: string, value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map((one) => elementOf(name, one)).join('');
  }
  const content = isBranch(value)
    ? Object.entries(value).map(([child, one]) => elementOf(child, one))
    : [String(value).replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)];
  return `<${name}>${content.join('')}</${name}>`;
}

function each(value: unknown, change: (one: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

/** The holder with its member changed, where it has one that is no mere text or number already. */
function within<Value>(holder: unknown, member: string, change: (value: Value) => unknown): unknown {
  return isBranch(holder) && member in holder
    ? { ...holder, [member]: change((holder as Record<string, Value>)[member] as Value) }
    : holder;
}

/** A text that holds no JSON is a text. */
function jsonIn(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return text;
  }
}

/** Back into a text: what was put in the place of the whole JSON stays what it is. */
function textFrom(value: unknown): unknown {
  return isBranch(value) ? stringify(value) : value;
}

function textOf({ body }: Delivery): string {
  return Buffer.from(body).toString();
}

function withText(delivery: Delivery, text: string): Delivery {
  return { ...delivery, body: Buffer.from(text) };
}
