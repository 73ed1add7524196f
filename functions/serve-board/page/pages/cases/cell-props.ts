import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import type { Reader } from './reader.ts';

export interface CellProps {
  readonly entry: CaseEntry;
  readonly reader: Reader;
  /** By which number it was found: `匹配运单 SF…`. */
  readonly match?: string | undefined;
}
