import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import type { Me } from '../data/use-me.ts';

type Shown = Pick<CaseEntry, 'source' | 'shop' | 'caseId' | 'orderId'>;

/** The page of a case in its store's own back office; undefined where the merchant's file names none, or the case lacks what the address needs. */
export function backOfficeLink({ backOffice }: Pick<Me, 'backOffice'>, shown: Shown): string | undefined {
  const { source, shop, caseId, orderId } = shown;
  const template = Object.hasOwn(backOffice, source) ? backOffice[source] : undefined;
  const values: Readonly<Record<string, string | undefined>> = { shop, caseId, orderId };
  const places = template?.match(/\{\w+\}/g) ?? [];
  const isWhole = places.every((place) => values[place.slice(1, -1)] !== undefined);
  return isWhole
    ? template?.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
    : undefined;
}
