import type { SourceAbout } from './about.ts';
import { allAbouts } from './all-abouts.ts';

export const sourceAbouts: readonly SourceAbout[] = Object.values(allAbouts);

const bySource = new Map(sourceAbouts.map((each) => [each.source, each]));

/** What a source is; undefined for a name that is none. */
export function sourceAboutOf(source: string): SourceAbout | undefined {
  return bySource.get(source);
}
