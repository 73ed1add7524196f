import type { CaseFact } from '#shared/returns/case/fact.ts';
import { isCaseFact } from '#shared/returns/case/fact-shape.ts';
import type { CaseObservation } from '#shared/returns/record/observation.ts';
import { caseFactRows, type QuietName } from './case-fact-texts.ts';
import { detailTexts } from './detail-texts.ts';
import { goodsEntry } from './goods-entries.ts';
import { type Heard, heardFacts, speakerOf, type TimelineContext, type TimelineEntry } from './timeline-entry.ts';
import { trackingText } from './tracking-texts.ts';

type FactOf<Name extends CaseFact['fact']> = Extract<CaseFact, { readonly fact: Name }>;

/** What was last said of each subject, so that a word that is merely repeated is told once. */
export interface Memory {
  readonly said: Map<string, string>;
  /** Numbers that stand, and who named each. */
  readonly standing: Map<string, Set<string>>;
}

/** What was said of the case, by whom; ticks and the parcels' own reports are told elsewhere. */
export function caseFactEntries(observations: readonly CaseObservation[], context: TimelineContext): TimelineEntry[] {
  const memory: Memory = { said: new Map([['closing', 'open']]), standing: new Map() };
  return heardFacts<CaseFact>(observations, isCaseFact).flatMap((heard) => entriesOf(heard, memory, context));
}

function entriesOf(heard: Heard<CaseFact>, memory: Memory, context: TimelineContext): TimelineEntry[] {
  const { fact, at, receivedAt, from } = heard;
  const base = { at, receivedAt, by: speakerOf(from, context.merchant), kind: fact.fact };
  const entry = (text: string | undefined): TimelineEntry[] => (text ? [{ ...base, text }] : []);
  switch (fact.fact) {
    case 'requested':
      return entry(requestText(heard, memory, context));
    case 'details':
      return entry(changeText(fact, memory, context));
    case 'tracking':
      return entry(trackingText(fact, memory.standing, context.wording));
    case 'received':
    case 'inspected':
    case 'stocked-in':
      return goodsEntry({ ...heard, fact }, undefined, memory.said, context.wording);
    case 'tick':
    case 'parcel-state':
    case 'alias':
      return [];
    default:
      return spokenEntry({ ...base, text: '' }, fact, memory, context);
  }
}

function spokenEntry(
  base: TimelineEntry,
  fact: Exclude<CaseFact, { readonly fact: QuietName }>,
  { said }: Memory,
  { wording }: TimelineContext,
): TimelineEntry[] {
  // The table's type gives each fact its own row; TypeScript does not follow that through a union.
  const row = caseFactRows[fact.fact] as (typeof caseFactRows)['closed'] & { readonly by?: (fact: unknown) => string };
  const own = fact as FactOf<'closed'>;
  // A deadline that nobody ever named cannot be taken away.
  if (fact.fact === 'platform-deadline' && !fact.due && !said.has(row.subject(own))) {
    return [];
  }
  const by = row.by?.(own) ?? base.by;
  if (!isNew(said, row.subject(own), row.value(own))) {
    return [];
  }
  keepEnd(said, fact);
  return [{ ...base, by, text: row.text(own, wording) }];
}

/** A case that was declined, withdrawn or expired can be opened again without having been closed; then it is to be decided anew. */
function keepEnd(said: Map<string, string>, fact: CaseFact): void {
  if (fact.fact === 'decided' && fact.decision !== 'approved' && said.get('closing') === 'open') {
    said.set('closing', 'ended');
  }
  if (fact.fact === 'reopened') {
    said.delete('decision');
  }
}

/** The first request, with the details that came in the same message. */
function requestText({ siblings }: Heard<CaseFact>, memory: Memory, context: TimelineContext): string | undefined {
  if (!isNew(memory.said, 'requested', '')) {
    return undefined;
  }
  const { list, say } = context.wording;
  const details = siblings.filter(isCaseFact).filter((fact) => fact.fact === 'details');
  const told = list(...details.flatMap((fact) => changedTexts(fact, memory, context)));
  return told ? say(`申请售后：${told}`, `Return requested: ${told}`) : say('申请售后', 'Return requested');
}

function changeText(fact: FactOf<'details'>, memory: Memory, context: TimelineContext): string | undefined {
  const isAmended = memory.said.has('requested');
  const { list, say } = context.wording;
  const told = list(...changedTexts(fact, memory, context));
  return (
    told && (isAmended ? say(`更新：${told}`, `Changed: ${told}`) : say(`售后单信息：${told}`, `Case details: ${told}`))
  );
}

function changedTexts(
  { details }: FactOf<'details'>,
  { said }: Memory,
  { wording }: TimelineContext,
): (string | undefined)[] {
  return Object.entries(detailTexts)
    .filter(([field]) => {
      const value = details[field as keyof typeof details];
      return value !== undefined && isNew(said, `details/${field}`, JSON.stringify(value));
    })
    .map(([, text]) => text(details, wording));
}

/** True the first time that a subject takes this value; keeps it. */
export function isNew(said: Map<string, string>, subject: string, value: string): boolean {
  const isKnown = said.get(subject) === value;
  said.set(subject, value);
  return !isKnown;
}
