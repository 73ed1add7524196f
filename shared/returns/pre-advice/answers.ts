import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { CaseParcel } from '../tracking/part.ts';
import type { PreAdviceAnswer } from './facts.ts';
import type { Answer, PreAdvicePart } from './part.ts';
import {
  announcementIdOf,
  isAnnounced,
  type PlannedPreAdvice,
  type PreAdvicePlace,
  preAdviceKeyOf,
} from './pre-advice.ts';

type Answers = Pick<PreAdvicePart, 'preAdviceAnswers' | 'withdrawalAnswers'>;

/** What warehouses answered, the latest word to each announcement and to each withdrawal, and how each stands with its order. */
export function answersOf(statements: readonly Statement<CaseFact>[]): PreAdvicePart {
  return {
    preAdviceAnswers: latestById(factsNamed(statements, 'pre-advice-answered')),
    withdrawalAnswers: latestById(factsNamed(statements, 'withdrawal-answered')),
    warehouseStatuses: statusesOf(statements),
  };
}

function statusesOf(statements: readonly Statement<CaseFact>[]): PreAdvicePart['warehouseStatuses'] {
  const latest = new Map(
    factsNamed(statements, 'warehouse-status').map(({ fact, at }) => [fact.warehouseId, { status: fact.status, at }]),
  );
  return Object.fromEntries([...latest].sort(([a], [b]) => compare(a, b)));
}

function latestById(statements: readonly Statement<PreAdviceAnswer>[]): Readonly<Record<string, Answer>> {
  const answers = statements.map(({ fact, at }): [string, Answer] => {
    const { announcementId, accepted, reason } = fact;
    return [announcementId, { accepted, at, ...(reason && { reason }) }];
  });
  return Object.fromEntries([...new Map(answers)].sort(([a], [b]) => compare(a, b)));
}

/** An announcement by its id: of which parcel, and where. */
export interface Announcement extends PreAdvicePlace {
  readonly times: number;
}

/** Answers to announcements of one parcel beyond this many are not placed any more. */
const mostTimes = 20;

/**
 * Which announcements the answers are to. An id says nothing by itself; but it is made from the parcel, the warehouse and a count,
 * so it can be found by making those that there may be.
 */
export function answeredAnnouncements(
  caseKey: string,
  { preAdviceAnswers, withdrawalAnswers }: Answers,
  parcels: readonly Pick<CaseParcel, 'number'>[],
  warehouseIds: readonly string[],
): ReadonlyMap<string, Announcement> {
  const ids = [...Object.keys(preAdviceAnswers), ...Object.keys(withdrawalAnswers)];
  const sought = new Set(ids.filter((id) => id.startsWith(`${caseKey}/`)));
  const places = parcels.flatMap(({ number }) =>
    warehouseIds.map((warehouseId) => ({ warehouseId, trackingNumber: number })),
  );
  const found = new Map<string, Announcement>();
  for (let times = 1; times <= mostTimes && sought.size > 0; times += 1) {
    for (const place of places) {
      const id = announcementIdOf(caseKey, preAdviceKeyOf(place), times);
      if (sought.delete(id)) {
        found.set(id, { ...place, times });
      }
    }
  }
  return found;
}

/** When a warehouse first accepted an announcement of this number. */
export function acknowledgedAtOf(
  number: string,
  statements: readonly Statement<CaseFact>[],
  announcements: ReadonlyMap<string, Announcement>,
): Instant | undefined {
  const accepted = factsNamed(statements, 'pre-advice-answered').filter(
    ({ fact }) => fact.accepted && announcements.get(fact.announcementId)?.trackingNumber === number,
  );
  return earliestOf(accepted.map(({ at }) => at));
}

/** The parcels that Backhaul itself announces, each with when it was first answered, be it with yes or no. */
export function announcedParcels(
  planned: readonly PlannedPreAdvice[],
  { preAdviceAnswers }: Pick<Answers, 'preAdviceAnswers'>,
  announcements: ReadonlyMap<string, Announcement>,
): ReadonlyMap<string, Instant | undefined> {
  const answered = Object.entries(preAdviceAnswers).map(([id, { at }]) => {
    const place = announcements.get(id);
    return { at, key: place && preAdviceKeyOf(place) };
  });
  const answeredAt = (key: string) => earliestOf(answered.map((each) => (each.key === key ? each.at : undefined)));
  return new Map(
    planned
      .filter(isAnnounced)
      .map(({ content }) => [content.trackingNumber, answeredAt(preAdviceKeyOf(content))] as const),
  );
}

/**
 * Refusals that still matter: the last answer on a parcel that the warehouse is to expect, or is to forget, was a no. One to an
 * announcement that cannot be placed is always shown; a yes to such a one until the case is closed, or a right answer came after it, since
 * somebody believes that a parcel is expected which is not.
 */
export function answerNotes(
  { preAdviceAnswers, withdrawalAnswers, closedAt }: Answers & Pick<CaseSnapshot, 'closedAt'>,
  announcements: ReadonlyMap<string, Announcement>,
  planned: readonly PlannedPreAdvice[],
): Note[] {
  const expected = new Set(planned.filter(isAnnounced).map(({ content }) => preAdviceKeyOf(content)));
  const isExpected = (id: string): boolean | undefined => {
    const place = announcements.get(id);
    return place && expected.has(preAdviceKeyOf(place));
  };
  return [
    ...refusedLast(preAdviceAnswers, announcements)
      .filter((id) => isExpected(id) !== false)
      .map((id): Note => ({ code: 'pre-advice-refused', detail: id })),
    ...refusedLast(withdrawalAnswers, announcements)
      .filter((id) => isExpected(id) !== true)
      .map((id): Note => ({ code: 'withdrawal-refused', detail: id })),
    ...(closedAt ? [] : unknownAnswers({ preAdviceAnswers, withdrawalAnswers }, announcements)),
  ];
}

function unknownAnswers(
  { preAdviceAnswers, withdrawalAnswers }: Answers,
  announcements: ReadonlyMap<string, Announcement>,
): Note[] {
  const answers = Object.entries({ ...withdrawalAnswers, ...preAdviceAnswers });
  const known = answers.filter(([id]) => announcements.has(id)).map(([, { at }]) => at);
  return answers
    .filter(([id, { accepted, at }]) => accepted && !announcements.has(id) && !known.some((later) => later > at))
    .map(([id]) => ({ code: 'announcement-unknown', detail: id }));
}

/** Of each parcel and warehouse the answer to the latest announcement that was answered, where that is a refusal: a late word on an earlier one says nothing any more. */
function refusedLast(
  answers: Readonly<Record<string, Answer>>,
  announcements: ReadonlyMap<string, Announcement>,
): string[] {
  const timesOf = (id: string): number => announcements.get(id)?.times ?? 0;
  const sorted = Object.entries(answers).sort(
    ([a, x], [b, y]) => timesOf(a) - timesOf(b) || compare(x.at, y.at) || compare(a, b),
  );
  const latest = new Map(
    sorted.map(([id, { accepted }]) => {
      const place = announcements.get(id);
      return [place ? preAdviceKeyOf(place) : id, { id, accepted }];
    }),
  );
  return [...latest.values()].filter(({ accepted }) => !accepted).map(({ id }) => id);
}
