const mostElements = 50_000;
const mostAttributes = 32;
const controls = /\p{Cc}/u;

/** Why a document is not parsed at all: it declares something (DOCTYPE, entities), or has more of something than a message has. Linear in its length. */
export function xmlFault(text: string): string | undefined {
  if (controls.test(text.replace(/[\t\n\r]/g, ''))) {
    return 'the body has control characters';
  }
  const plain = withoutSections(text);
  if (plain === undefined) {
    return 'the body has a document type, an entity or an unclosed section';
  }
  return shapeFault(plain.split('<').slice(1));
}

/** Comments and CDATA sections taken out; undefined when one is not closed, or anything else begins with `<!`. */
function withoutSections(text: string): string | undefined {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', from)) {
    const end = sectionEnd(text, at);
    if (end === undefined) {
      return undefined;
    }
    kept.push(text.slice(from, at));
    from = end;
  }
  return kept.join('') + text.slice(from);
}

const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

function sectionEnd(text: string, at: number): number | undefined {
  const [opening, closing] = sections.find(([start]) => text.startsWith(start, at)) ?? [];
  const end = opening && closing ? text.indexOf(closing, at + opening.length) : -1;
  return closing && end >= 0 ? end + closing.length : undefined;
}

/** @param tags - What follows each `<`, up to the next one: a tag and the text behind it. */
function shapeFault(tags: readonly string[]): string | undefined {
  const opening = tags.filter((tag) => !tag.startsWith('/'));
  if (opening.length > mostElements) {
    return `the body has more than ${mostElements} elements`;
  }
  return opening.some((tag) => (tag.match(/=\s*["']/g) ?? []).length > mostAttributes)
    ? `an element of the body has more than ${mostAttributes} attributes`
    : undefined;
}
