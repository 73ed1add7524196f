import type { AttentionView } from '#shared/lists/attention-view.ts';
import type { Horizon } from '#shared/returns/attention/horizon.ts';
import { attentionGroupWords, horizonWords } from '#shared/words/attention-group-words.ts';
import type { Texts } from '#shared/words/locale.ts';

type BandName = Horizon | 'store-differs';

/** Rows that follow each other under one sub-heading. */
export interface Band<Row> {
  readonly key: string;
  readonly band: BandName;
  readonly name: Texts;
  readonly rows: readonly Row[];
  /** How many there are; of the last one not known where more rows are yet to be shown. */
  readonly count?: number;
}

type Placed = Pick<AttentionView, 'group' | 'horizon'>;

/** Rows under sub-headings, as they stand: an order that is held may have a band twice. */
export function bandsOf<Row extends Placed>(rows: readonly Row[], isCut = false): Band<Row>[] {
  const bands: { band: BandName; rows: Row[] }[] = [];
  for (const row of rows) {
    const band = bandOf(row);
    const last = bands.at(-1);
    if (last?.band === band) {
      last.rows.push(row);
    } else {
      bands.push({ band, rows: [row] });
    }
  }
  return bands.map(({ band, rows: own }, index) => ({
    key: `${index} ${band}`,
    band,
    name: nameOf(band),
    rows: own,
    ...(!(isCut && index === bands.length - 1) && { count: own.length }),
  }));
}

function bandOf({ group, horizon }: Placed): BandName {
  return group === 'store-differs' ? group : horizon;
}

function nameOf(band: BandName): Texts {
  return band === 'store-differs' ? attentionGroupWords[band] : horizonWords[band];
}
