/** A file that is there, with something put into it. */
export interface Edit {
  readonly path: string;
  /** A text that stands in it once; what is put in comes after it. */
  readonly after: string;
  readonly put: string;
}

/** A new thing of one kind, as somebody would add it. */
export interface Thing {
  readonly what: string;
  /** How many production files outside the thing's own may be edited by hand (docs/architecture.md). */
  readonly most: number;
  /** Its own new files, by their paths. */
  readonly own: Readonly<Record<string, string>>;
  /** What is edited by hand in production files. */
  readonly edits: readonly Edit[];
  /** What is edited in tests and documents. */
  readonly aside?: readonly Edit[];
  /** Test files of its own, and those that must stay green. */
  readonly tests: readonly string[];
}

/** The same text under other names. */
export function renamed(text: string, names: readonly (readonly [from: string, to: string])[]): string {
  return names.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text);
}
