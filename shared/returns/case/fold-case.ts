import { isAct, type NumberedAct } from '../acts/acts.ts';
import { clockBasisOf } from '../deadlines/clock-basis.ts';
import { deadlinesOf, dueTimesOf } from '../deadlines/fold.ts';
import type { Deadline } from '../deadlines/part.ts';
import { nextStrikeAtOf } from '../deadlines/strikes.ts';
import { goodsNotes } from '../goods/fold.ts';
import { distinctGoods, goodsReports } from '../goods/goods.ts';
import { type OrderItem, orderItemOf } from '../order-lines/item.ts';
import { orderLineNotes } from '../order-lines/notes.ts';
import {
  acknowledgedAtOf,
  announcedParcels,
  answeredAnnouncements,
  answerNotes,
  answersOf,
} from '../pre-advice/answers.ts';
import { announcementNotes } from '../pre-advice/notes.ts';
import { plannedPreAdvices } from '../pre-advice/pre-advice.ts';
import { type Instant, latestOf } from '../record/instant.ts';
import { type Note, sortNotes } from '../record/note.ts';
import { type Statement, statementsOf } from '../record/statement.ts';
import { parcelsOf, trackingNotes } from '../tracking/fold.ts';
import { warehouseNotes, warehouseOf } from '../warehouse/fold.ts';
import { workOf } from '../work/fold.ts';
import { accountOf } from './account.ts';
import type { CaseRules, CaseSnapshot } from './case.ts';
import { parseCaseKey } from './case-key.ts';
import type { CaseFact, CaseObservation } from './facts.ts';
import { isCaseFact } from './facts.ts';
import { headlineOf } from './headline.ts';
import { allSlices, slicedParts } from './slices.ts';

/**
 * The return record, from everything that was said and decided. Total and timeless: it never throws, asks no clock,
 * and gives the same for any order and repetition of the observations. What cannot be applied is in `notes`.
 *
 * @param others - What the other cases of its order say of their lines.
 */
export function foldCase(
  key: string,
  observations: readonly CaseObservation[],
  acts: readonly NumberedAct[],
  rules: CaseRules,
  others: readonly OrderItem[] = [],
): CaseSnapshot {
  const { statements, notes } = statementsOf(observations, isCaseFact);
  const sorted = acts.filter(({ act }) => isAct(act)).sort((a, b) => a.n - b.n);
  const { announcements, ...unplaced } = saidOf(key, statements, rules);
  const warehouse = warehouseOf(unplaced.details, unplaced.decision, sorted);
  const said = { ...unplaced, ...(warehouse && { warehouse }) };
  const { account, concern, notes: accountNotes } = accountOf(said, statements, rules);
  const work = workOf(sorted, { ...said, ...account, statements });
  const planned = plannedPreAdvices(said, rules);
  const touches = timesOfPersons(sorted);
  const clockBasis = clockBasisOf(said, statements, sorted, rules.measured);
  const announced = announcedParcels(planned, said, announcements);
  const basis = { ...rules, ...said, ...account, ...work, ...clockBasis, concern, announced, touches };
  const deadlines = deadlinesOf(basis, statements, rules);
  const nextStrikeAt = nextStrikeAtOf(deadlines);
  const updatedAt = latestOf([...observations.map((each) => each.receivedAt), ...touches]);
  const allNotes = sortNotes([
    ...notes,
    ...accountNotes,
    ...goodsNotes(account.goods, said.parcels, said.details),
    ...allSlices.flatMap((each) => each.notesOf(said, statements)),
    ...answerNotes(said, announcements, planned),
    ...announcementNotes(said, planned),
    ...trackingNotes(said, statements),
    ...warehouseNotes(warehouse, said.parcels, rules),
    ...orderLineNotes(orderItemOf({ ...said, money: account.money }), others),
    ...missedNotes(deadlines),
  ]);
  return {
    ...said,
    ...account,
    ...work,
    platformDeadlines: dueTimesOf(clockBasis.setByPlatform),
    deadlines,
    ...(nextStrikeAt && { nextStrikeAt }),
    headline: headlineOf({ ...said, ...account }),
    notes: allNotes,
    attention: [...new Set(allNotes.map((note) => note.code))],
    ...(updatedAt && { updatedAt }),
  };
}

/** The axes that stand on statements alone, and which announcements the warehouses' answers are to. */
function saidOf(key: string, statements: readonly Statement<CaseFact>[], rules: CaseRules) {
  const { source = '', shop = '', caseId = key } = parseCaseKey(key) ?? {};
  const answers = answersOf(statements);
  const parts = slicedParts(statements);
  const named = parcelsOf(statements, parts.openedAt);
  const announcements = answeredAnnouncements(key, answers, named, Object.keys(rules.warehouses));
  const parcels = named.map((parcel) => {
    const acknowledgedAt = acknowledgedAtOf(parcel.number, statements, announcements);
    return acknowledgedAt ? { ...parcel, acknowledgedAt } : parcel;
  });
  return {
    key,
    source,
    shop,
    caseId,
    ...parts,
    parcels,
    directGoods: distinctGoods(goodsReports(statements)),
    ...answers,
    announcements,
  };
}

function missedNotes(deadlines: Readonly<Record<string, Deadline>>): Note[] {
  return Object.values(deadlines)
    .filter((deadline) => deadline.missed && !deadline.metAt)
    .map((deadline) => ({ code: 'deadline-missed', detail: `${deadline.kind} ${deadline.subject}` }));
}

/** When persons acted. A policy does as soon as something is heard, or, where that was heard in another order, not at all: so its time is that of the receipt. */
function timesOfPersons(acts: readonly NumberedAct[]): Instant[] {
  return acts.flatMap(({ act }) => ('person' in act.by ? act.at : [])).sort();
}
