import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Assignee } from '#shared/returns/work/part.ts';
import type { Me } from '../data/me.ts';
import type { ShiftRecord } from './shift-lines.ts';

type Known = Pick<Me, 'people' | 'teamShops'>;

/** The team that a record is given to, if only through a person of it. Of somebody of no team nobody here knows what they see. */
export function teamGiven(to: Assignee, { people }: Known): string | undefined {
  return 'team' in to ? to.team : people.find(({ person }) => person === to.person)?.team;
}

/** Whether whoever it is given to would never see it. @param shop - By its whole name; a parcel of no case is seen by everybody. */
export function isOutOfSight(shop: string | undefined, to: Assignee, known: Known): boolean {
  const team = teamGiven(to, known);
  const shops = team === undefined ? [] : (known.teamShops[team] ?? []);
  return shop !== undefined && shops.length > 0 && !shops.includes(shop);
}

/** A key is `<source>:<shop>:<case id>`, and neither source nor shop has a colon. */
export function shopOfRecord(record: ShiftRecord): string | undefined {
  return 'parcel' in record ? undefined : record.caseKey.split(':').slice(0, 2).join(':');
}

export function shopOfEntry(entry: Entry): string | undefined {
  return entry.record === 'case' ? `${entry.source}:${entry.shop}` : undefined;
}

/** As lists show it, without its source. */
export function shopText(shop: string): string {
  return shop.slice(shop.indexOf(':') + 1);
}
