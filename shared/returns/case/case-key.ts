/** A case's key: `<source>:<shop>:<case id>`. Source and shop hold no colon; the case id may. */
export interface CaseKeyParts {
  readonly source: string;
  readonly shop: string;
  readonly caseId: string;
}

export function caseKeyOf({ source, shop, caseId }: CaseKeyParts): string {
  return `${source}:${shop}:${caseId}`;
}

/** @returns undefined when the text is no case key. */
export function parseCaseKey(key: string): CaseKeyParts | undefined {
  const [source, shop, ...rest] = key.split(':');
  const caseId = rest.join(':');
  return source && shop && caseId ? { source, shop, caseId } : undefined;
}
