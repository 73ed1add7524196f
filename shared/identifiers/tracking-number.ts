import { elementsOf } from './label-elements.ts';
import { readingsOf } from './label-formats.ts';
import { visibleText } from './visible-text.ts';

export interface ReadNumber {
  /** 4 to 40 capitals, digits and hyphens. */
  readonly number: string;
  /** The label as it was read, where the number is not all of it. */
  readonly seen?: string;
  /** What else the number may be, the likelier first: for a person to decide. */
  readonly candidates?: readonly string[];
}

export type TrackingNumber =
  | ({ readonly kind: 'number' } & ReadNumber)
  /** What people type when there is no number. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'invalid' };

const placeholders = new Set([
  'N/A',
  'N.A.',
  'NA',
  'NONE',
  'NULL',
  'NIL',
  'UNDEFINED',
  'UNKNOWN',
  'TBD',
  '无',
  '暂无',
  '没有',
  '无单号',
  '未知',
]);
const form = /^[A-Z0-9-]{4,40}$/;

/**
 * One form for each tracking number, however it was typed or scanned: as a person sees it, upper case, no blanks, and without what a label has besides it.
 * Something is left out of a label only where a check digit, or a form that nothing else has, makes it certain, and no second reading does;
 * otherwise the number is what was seen, and what it may be are candidates. What was read is read again as the same.
 */
export function readTrackingNumber(text: string): TrackingNumber {
  const visible = visibleText(text);
  const elements = elementsOf(visible);
  const label = elements.join('');
  if (placeholders.has(label) || /^[-_.0/*?]*$/.test(label)) {
    return { kind: 'placeholder' };
  }
  const number = sureNumberOf(label) ?? label;
  if (!form.test(number)) {
    return { kind: 'invalid' };
  }
  const candidates = candidatesOf(number, elements);
  const seen = visible.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const isAll = seen.replaceAll(' ', '').toUpperCase() === number;
  return { kind: 'number', number, ...(!isAll && { seen }), ...(candidates.length > 0 && { candidates }) };
}

/** Two sure readings are none. */
function sureNumberOf(label: string): string | undefined {
  const numbers = new Set(readingsOf(label).flatMap(({ number, isSure }) => (isSure ? [number] : [])));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

function candidatesOf(number: string, elements: readonly string[]): string[] {
  const readings = readingsOf(number).sort((a, b) => Number(b.isSure) - Number(a.isSure));
  const apart = elements.length > 1 ? elements : [];
  const others = [...readings.map((each) => each.number), number.replaceAll('-', ''), ...apart];
  return [...new Set(others)].filter((each) => each !== number && form.test(each) && /\d/.test(each));
}

/** What {@link readTrackingNumber} makes of a number that was stored; what is none stays as it is. */
export function canonicalNumber(text: string): string {
  const read = readTrackingNumber(text);
  return read.kind === 'number' ? read.number : text;
}
