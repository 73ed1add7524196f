import type { FactOf } from '../record/fact.ts';
import { byTime, factsNamed, type Statement } from '../record/statement.ts';
import { isNews, type LineOf, type Memory, placeOf } from '../record/story.ts';
import type { CaseDetails, openingFacts } from './facts.ts';

type Fact = FactOf<typeof openingFacts>;

/** What a case is asked for, field by field as it is told. */
const shownFields = ['kind', 'orderId', 'reason', 'lines', 'refund', 'warehouseId'] as const;
export type ShownDetails = Pick<CaseDetails, (typeof shownFields)[number]>;

export interface OpeningLines {
  readonly requested: ShownDetails;
  /** The fields that are new or changed; `amended` once the case was asked for. */
  readonly details: { readonly shown: ShownDetails; readonly amended: boolean };
}

/** The request, with the details that came in the same message, and each change of them. */
export function openingStory(statements: readonly Statement<Fact>[]): LineOf<OpeningLines>[] {
  const said: Memory = new Map();
  const details = factsNamed(statements, 'details');
  const [request] = factsNamed(statements, 'requested').sort(byTime);
  let amended = false;
  return factsNamed(statements, 'requested', 'details').flatMap((statement): LineOf<OpeningLines>[] => {
    if (statement.fact.fact === 'details') {
      const shown = newsIn([statement.fact], said);
      return Object.keys(shown).length > 0
        ? [{ ...placeOf(statement), code: 'details', values: { shown, amended } }]
        : [];
    }
    if (statement !== request) {
      return [];
    }
    amended = true;
    const own = details.filter(({ id }) => observationOf(id) === observationOf(statement.id)).map(({ fact }) => fact);
    // It stands where the case was opened: at the earliest word of it, whatever its sender's version.
    return [{ ...placeOf(statement), order: statement.at, code: 'requested', values: newsIn(own, said) }];
  });
}

function observationOf(statementId: string): string {
  return statementId.slice(0, statementId.lastIndexOf('/'));
}

type DetailsFact = Extract<Fact, { readonly fact: 'details' }>;

function newsIn(facts: readonly DetailsFact[], said: Memory): ShownDetails {
  const fields = facts.flatMap(({ details }) =>
    shownFields
      .map((field) => [field, details[field]] as const)
      .filter(([field, value]) => value !== undefined && isNews(said, field, value) && !isEmptyList(value)),
  );
  return Object.fromEntries(fields);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
