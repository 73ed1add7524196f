import type { Locale } from '#shared/words/locale.ts';

/** Of one picture: a README shows half a dozen, and whoever clones the project takes all of them along. */
export const mostBytes = 250_000;

/** One picture of the board, in each language. */
export interface Picture {
  /** Of its file, before width and language. */
  readonly name: string;
  /** As whom, by the group of a demo user. */
  readonly group: string;
  readonly width: 1280 | 390;
  /** Behind `/board`; undefined where the demo has not what it shows. */
  readonly path: (found: Found) => string | undefined;
  /** What is clicked before, where it is there. */
  readonly click?: string;
}

/** What of the demo that is up the pictures show. */
export interface Found {
  readonly swappedKey?: string | undefined;
}

/** All of them stand in the READMEs. */
export const pictures: readonly Picture[] = [
  { name: 'today', group: 'agent', width: 1280, path: () => '/today' },
  { name: 'today', group: 'agent', width: 390, path: () => '/today' },
  { name: 'case', group: 'agent', width: 1280, path: caseOf },
  { name: 'case', group: 'merchant-approver', width: 390, path: caseOf },
  { name: 'unclaimed', group: 'agent', width: 1280, path: () => '/unclaimed' },
  { name: 'sources', group: 'admin', width: 1280, path: () => '/sources' },
];

/** Swapped goods. */
function caseOf({ swappedKey }: Found): string | undefined {
  return swappedKey && `/cases/${encodeURIComponent(swappedKey)}`;
}

export function fileNameOf({ name, width }: Pick<Picture, 'name' | 'width'>, locale: Locale): string {
  return `${name}-${width}.${locale}.png`;
}

/** @param table - `.local/cases.txt`, in whichever language. */
export function findIn(table: string): Found {
  const line = table.split('\n').find((each) => /^\s*(掉包：盒中不是原鞋|Another shoe in the box)\s/.test(each));
  return { swappedKey: line?.match(/\sstandard:main:\S+/)?.[0].trim() };
}

/** Where the board's page is, in that language and with that token. @param boardUrl - Of any of its pages. */
export function addressOf(boardUrl: string, path: string, locale: Locale, token: string): string {
  const root = boardUrl.replace(/\/board(?:\/.*)?$/, '/board');
  return `${root}${path}${path.includes('?') ? '&' : '?'}lang=${locale}#token=${token}`;
}
