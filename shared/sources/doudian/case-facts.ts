import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { PersonalData } from '../source.ts';
import type { Detail } from './detail-shape.ts';
import { detailsOf, linesInPart } from './details.ts';
import { disputeFacts } from './dispute-facts.ts';
import { logisticsFacts } from './logistics-facts.ts';
import { moneyFacts } from './money-facts.ts';
import type { Reading } from './reading.ts';
import { statusFacts } from './status-facts.ts';

const mostLinks = 100;

/** All that a case says, but for what people wrote. */
export function caseFacts(detail: Detail, reading: Reading): CaseFact[] {
  const { at, version } = reading;
  const info = detail.process_info.after_sale_info;
  const facts: CaseFact[] = [
    { fact: 'requested', at: info.apply_time ?? at },
    { fact: 'details', at, details: detailsOf(detail, reading), ...linesInPart(reading) },
    ...statusFacts(detail, reading),
    ...logisticsFacts(detail, reading),
    ...moneyFacts(detail, reading),
    ...disputeFacts(detail, reading),
  ];
  return facts.map((fact) => ({ ...fact, version }));
}

/** Free texts and links to pictures. Names, phones and addresses come encrypted and are not kept. */
export function personOf({ process_info: { after_sale_info: info } }: Detail): { readonly person?: PersonalData } {
  const fields = {
    reasonText: info.reason,
    note: info.reason_remark,
    refundReason: info.refund_fail_reason,
    evidence: info.evidence?.filter(isWebLink).slice(0, mostLinks),
  };
  const person = Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value && value.length > 0 ? [[key, value]] : [])),
  );
  return Object.keys(person).length > 0 ? { person } : {};
}

function isWebLink(link: string): boolean {
  return link.length <= 2000 && /^https?:$/.test(URL.parse(link)?.protocol ?? '');
}
