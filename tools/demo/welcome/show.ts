import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseView } from '#shared/api/case-view.ts';
import { renderTimeline } from '#shared/api/render-timeline.ts';
import { padTo, widthOf, wrapTo } from '#shared/api/text-width.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import type { Locale } from '#shared/words/locale.ts';
import { strayListWords } from '#shared/words/stray-words.ts';
import { projectRoot } from '../../emulator/run-cdk.ts';
import type { CaseReader } from '../case-reader.ts';
import type { Stray } from './episode.ts';
import { rowOf } from './row.ts';
import type { Population } from './seed.ts';
import { renderTable } from './table.ts';
import { welcomeWords } from './words.ts';

export interface Showing {
  readonly population: Population;
  /** By key, as the API answered. */
  readonly views: ReadonlyMap<string, CaseView>;
  readonly reader: Pick<CaseReader, 'readTimeline'>;
  readonly locale: Locale;
  /** Of the terminal. */
  readonly columns: number;
}

const fileColumns = 200;
const margin = '  ';

/** All returns as a table, what belongs to none of them, and some timelines. The table is also kept in a file, every key whole. */
export async function showPopulation({ population, views, reader, locale, columns }: Showing): Promise<string[]> {
  const options = { locale, timeZone: merchant.timeZone, nowMs: Date.now() };
  const rows = population.cases.flatMap(({ key, title }) => {
    const view = views.get(key);
    return view ? [rowOf(view, title, options)] : [];
  });
  const strays = strayLines(population.strays, locale);
  const whole = [...renderTable(rows, { locale, columns: fileColumns }), '', ...strays];
  await writeFile(join(projectRoot, '.local', 'cases.txt'), `${whole.join('\n')}\n`);
  return [...renderTable(rows, { locale, columns }), '', ...strays, ...(await timelines())];

  async function timelines(): Promise<string[]> {
    const lines: string[] = [];
    for (const { key, title } of population.cases.filter(({ isShown }) => isShown)) {
      const entries = await reader.readTimeline(key, locale);
      const told = renderTimeline(entries, locale, merchant.timeZone, columns - margin.length);
      lines.push('', `${title[locale]} · ${key}`, ...told.map((line) => `${margin}${line}`));
    }
    return [...lines, '', ...wrapTo(welcomeWords.past[locale], columns)];
  }
}

function strayLines(strays: readonly Stray[], locale: Locale): string[] {
  const rows = strays.map(({ list, title, name }) => [strayListWords[list][locale], title[locale], name] as const);
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return [
    welcomeWords.strays[locale],
    ...rows.map(([list, title, name]) => `${margin}${padTo(list, first ?? 0)}  ${padTo(title, second ?? 0)}  ${name}`),
  ];
}
