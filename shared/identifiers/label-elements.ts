/** What scanners put before the data: `]`, a letter for the kind of code, and a character for how it was read (ISO/IEC 15424): `]C1`, `]A0`, `]Q3`, `]d2`. */
const symbology = /^\][a-z][0-9a-z]/i;
/** GS, between two element strings of GS1. */
const separator = '\u001d';
/** How scanners and screens write it. */
const writtenSeparator = /\u241d|<GS>|\{GS\}/gi;
/** Application identifiers that stand before, or in, a number on a parcel, as people read them: SSCC, ship-to postcode, a company's own. */
const identifier = /\((00|42[01]|9\d)\)/g;
const inParentheses = /^(?:\((?:00|42[01]|9\d)\)[^()]+)+$/;
/** A ship-to postcode that stands by itself (GS1 420, of the United States). */
const postcode = /^420\d{5}(?:\d{4})?$/;

/**
 * What a label holds, without what a scanner added and GS1 put between: mostly one text. Each is upper case and without blanks. A postcode that GS1 sets
 * apart from the number is left out. An SSCC keeps its `00`, as carriers tell it.
 * @param text - As a person sees it.
 */
export function elementsOf(text: string): string[] {
  const data = withoutEnds(withoutEnds(text).replace(symbology, ''));
  const plain = inParentheses.test(data) ? data.replace(identifier, `${separator}$1`) : data;
  const elements = plain
    .replace(writtenSeparator, separator)
    .split(separator)
    .map((each) => each.replace(/\s+/gu, '').toUpperCase())
    .filter((each) => each !== '');
  const others = elements.filter((each) => !postcode.test(each));
  return others.length > 0 ? others : elements;
}

function withoutEnds(text: string): string {
  return text.replace(/^[\p{Cc}\s]+|[\p{Cc}\s]+$/gu, '');
}
