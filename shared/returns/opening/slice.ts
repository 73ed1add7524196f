import type { FactOf } from '../record/fact.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import { slice } from '../record/slice.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { Telling } from '../record/tell.ts';
import { type Alias, type CaseDetails, type CaseLine, openingFacts, unreadableWarehouse } from './facts.ts';
import { openingStory } from './story.ts';

/** The request itself. */
export interface OpeningPart {
  readonly openedAt?: Instant;
  /** Other names of the case at its sender. */
  readonly aliases: readonly Alias[];
  readonly details: CaseDetails;
}

type Own = readonly Statement<FactOf<typeof openingFacts>>[];
type Needs = OpeningPart & { readonly source: string; readonly shop: string; readonly caseId: string };

export const opening = slice({
  facts: openingFacts,
  fold: (statements): OpeningPart => {
    const openedAt = openedAtOf(statements);
    return { ...(openedAt && { openedAt }), aliases: aliasesOf(statements), details: mergeDetails(statements) };
  },
  tell: openingTellings,
  story: openingStory,
});

/** When the case was opened, by the earliest word of it. */
function openedAtOf(statements: Own): Instant | undefined {
  return earliestOf(factsNamed(statements, 'requested').map(({ at }) => at));
}

function aliasesOf(statements: Own): Alias[] {
  const aliases = factsNamed(statements, 'alias').map(({ fact }) => fact.alias);
  const distinct = new Map(aliases.map((alias) => [`${alias.kind} ${alias.value}`, alias]));
  return [...distinct].sort(([a], [b]) => compare(a, b)).map(([, alias]) => alias);
}

/** Field by field the latest word; a statement without a field leaves it as it was. */
function mergeDetails(statements: Own): CaseDetails {
  const said = factsNamed(statements, 'details').map(({ fact }) => fact);
  const fields = said.flatMap(({ details }) => Object.entries(details).filter(([, value]) => value !== undefined));
  const warehouseId = fields.findLast(([name, value]) => name === 'warehouseId' && value !== unreadableWarehouse)?.[1];
  const lines = said.reduce<readonly CaseLine[] | undefined>(
    (before, { details, inPart }) => (inPart ? mergeLines(before, details.lines) : (details.lines ?? before)),
    undefined,
  );
  return {
    ...Object.fromEntries(fields),
    ...(typeof warehouseId === 'string' && { warehouseId }),
    ...(lines && { lines }),
  };
}

/** Lines of which some could not be read take the place of those that they name, and of no others. */
function mergeLines(before: readonly CaseLine[] = [], after: readonly CaseLine[] = []): CaseLine[] {
  const named = new Set(after.map(({ lineId }) => lineId));
  return [...after, ...before.filter(({ lineId }) => !named.has(lineId))];
}

function openingTellings({ openedAt, source, shop, caseId, details }: Needs): Telling[] {
  if (!openedAt) {
    return [];
  }
  const { orderId, kind, reason, lines = [] } = details;
  const data = {
    source,
    shop,
    caseId,
    openedAt,
    lines,
    ...(orderId && { orderId }),
    ...(kind && { kind }),
    ...(reason && { reason: reason.code }),
  };
  return [{ key: 'opened', mode: 'once', hash: 'told', type: 'Case Opened', data }];
}
