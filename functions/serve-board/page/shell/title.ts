/** `(2) 今日待办 · 售后看板`: how many are urgent and mine, as far as a tab shows it. */
export function titleOf(page: string, board: string, urgent: number): string {
  return `${urgent > 0 ? `(${urgent}) ` : ''}${page} · ${board}`;
}

/** The case id that stands in the address of a case's page, as its store writes it. */
export function caseIdAt(path: string): string | undefined {
  const [, part] = /^\/cases\/([^/]+)$/.exec(path) ?? [];
  if (part === undefined) {
    return undefined;
  }
  return decoded(part).split(':').slice(2).join(':') || undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
