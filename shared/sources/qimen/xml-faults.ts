const mostElements = 50_000;
const mostAttributes = 10_000;
const mostAttributesOfOne = 32;
const controls = /\p{Cc}/u;
/** What begins like this and is neither a comment nor a CDATA section declares something: a document type, an entity. */
const declaration = /<!(?!--|\[CDATA\[)/;

/**
 * Why a document is not parsed at all: it declares something (DOCTYPE, entities), or has more of something than a message has. All of it is
 * looked for in the text as it came, in comments, CDATA sections and quotes, too: what ends one of them for us might not for the parser.
 * So a document that only mentions a declaration is refused as well. Linear in its length.
 */
export function xmlFault(text: string): string | undefined {
  if (controls.test(text.replace(/[\t\n\r]/g, ''))) {
    return 'the body has control characters';
  }
  if (declaration.test(text)) {
    return 'the body has a document type, an entity or another declaration';
  }
  return shapeFault(text.split('<').slice(1));
}

/** @param tags - What follows each `<`, up to the next one: a tag and the text behind it, or a part of either. */
function shapeFault(tags: readonly string[]): string | undefined {
  if (tags.filter((tag) => !tag.startsWith('/')).length > mostElements) {
    return `the body has more than ${mostElements} elements`;
  }
  const attributes = tags.map((tag) => tag.match(/=\s*["']/g)?.length ?? 0);
  if (attributes.some((count) => count > mostAttributesOfOne)) {
    return `an element of the body has more than ${mostAttributesOfOne} attributes`;
  }
  // A `<` in a quote begins a new part: one element's attributes may be spread over many.
  return attributes.reduce((sum, count) => sum + count, 0) > mostAttributes
    ? `the body has more than ${mostAttributes} attributes`
    : undefined;
}
