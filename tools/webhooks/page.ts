import { formsTable, typeSections, typesTable } from './sections.ts';

/** From the project's root. */
export const pagePath = 'docs/standard-webhooks.md';

/** What of the page is written from the schemas and the examples; the rest is written by hand. */
const parts = { forms: formsTable, types: typesTable, sections: typeSections };

/**
 * The page with those parts as they should be today.
 * @throws where it has lost the marks between which they stand.
 */
export function writtenAnew(page: string): string {
  return Object.entries(parts).reduce((text, [name, write]) => {
    const [begin, end] = [`<!-- ${name}: written by npm run webhooks -->\n`, `\n<!-- end of ${name} -->`];
    const [before, rest, ...more] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`${pagePath} must have once: ${begin}…${end}`);
    }
    return `${before}${begin}\n${write()}\n${end}${after}`;
  }, page);
}
