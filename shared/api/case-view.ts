import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { noteCodes } from '#shared/returns/record/note.ts';

import { compare } from '#shared/returns/record/statement.ts';
import type { Value } from '#shared/returns/record/values.ts';
import type { CaseParcel } from '#shared/returns/tracking/part.ts';
import { attentionWords } from '#shared/words/attention-words.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { liabilityWords } from '#shared/words/liability-words.ts';
import { goodsReportsOf } from './goods-reports.ts';
import type { caseShape } from './shapes/case.ts';
import { shownOfParcelNames } from './shapes/parcel.ts';

/** A case for people and tools. Times are UTC instants, money is in minor units; no personal data is in it. */
export type CaseView = Value<typeof caseShape>;
export type ParcelView = CaseView['parcels'][number];
export type DeadlineView = CaseView['deadlines'][number];
type PreAdviceView = CaseView['preAdvices'][number];
export type AttentionView = CaseView['attention'][number];

/** Of what the store says, as it stands. */
const shownOfDetails = [
  'orderId',
  'outboundOrderId',
  'kind',
  'refund',
  'paid',
  'paidForLines',
  'freightPaid',
  'refundedBefore',
  'wish',
  'evidenceCount',
  'insured',
  'deliveredAt',
  'orderState',
] as const;

/** @param now - By the reader's clock; decides what is overdue. */
export function caseViewOf({ version, snapshot, told }: StoredRecord<CaseSnapshot>, now: Instant): CaseView {
  const { details, headline, decision, quality, liability, goods, money, disputes, tickets } = snapshot;
  const { key, source, shop, caseId } = snapshot;
  return {
    key,
    source,
    shop,
    caseId,
    version,
    ...pick(snapshot, 'openedAt', 'updatedAt', 'closedAt'),
    headline,
    headlineText: headlineWords[headline],
    attention: attentionOf(snapshot),
    ...pick(details, ...shownOfDetails),
    ...(details.reason && { reason: details.reason.code }),
    decision,
    ...pick(snapshot, 'platformStatus', 'warehouse'),
    lines: details.lines ?? [],
    goods,
    reports: goodsReportsOf(snapshot),
    quality,
    ...(liability && { liability, liabilityText: liabilityWords[liability] }),
    parcels: snapshot.parcels.map(parcelOf),
    preAdvices: preAdvicesOf(told, snapshot),
    // A record of an older revision has none yet.
    warehouseStatuses: snapshot.warehouseStatuses ?? {},
    money,
    deadlines: Object.values(snapshot.deadlines)
      .map((deadline) => deadlineOf(deadline, now))
      .sort(byDue),
    platformDeadlines: snapshot.platformDeadlines,
    disputes,
    tickets,
    ...pick(snapshot, 'replacement', 'stopRequested', 'stopped', 'writtenUp', 'work'),
  };
}

function pick<Whole extends object, Key extends keyof Whole>(whole: Whole, ...keys: readonly Key[]): Pick<Whole, Key> {
  return Object.fromEntries(keys.flatMap((key) => (whole[key] === undefined ? [] : [[key, whole[key]]]))) as Pick<
    Whole,
    Key
  >;
}

function parcelOf({ state, ...parcel }: CaseParcel): ParcelView {
  return { ...parcel, ...(state && pick(state, ...shownOfParcelNames)) };
}

function deadlineOf({ id, ...deadline }: Deadline, now: Instant): DeadlineView {
  const { metAt, dueAt } = deadline;
  return { deadlineId: id, ...deadline, overdue: metAt === undefined && dueAt !== undefined && dueAt <= now };
}

/** One that is paused comes last. */
function byDue(a: DeadlineView, b: DeadlineView): number {
  return compare(a.dueAt ?? '9', b.dueAt ?? '9');
}

function preAdvicesOf(told: Told, { preAdviceAnswers, withdrawalAnswers = {} }: CaseSnapshot): PreAdviceView[] {
  return Object.values(told).flatMap(({ change, hash }) => {
    if (
      change?.type !== 'Return Tracking Assigned' &&
      change?.type !== 'Return Tracking Replaced' &&
      change?.type !== 'Return Tracking Withdrawn'
    ) {
      return [];
    }
    const { announcementId, warehouseId, trackingNumber } = change.data;
    const gone = change.type === 'Return Tracking Withdrawn' ? 'withdrawn' : 'replaced';
    const answer = preAdviceAnswers[announcementId];
    const withdrawalAccepted = withdrawalAnswers[announcementId]?.accepted;
    const state = hash === '' ? gone : 'announced';
    return [
      {
        announcementId,
        warehouseId,
        trackingNumber,
        state,
        at: change.occurredAt,
        ...(answer && { accepted: answer.accepted, answeredAt: answer.at, ...pick(answer, 'reason') }),
        ...(withdrawalAccepted !== undefined && { withdrawalAccepted }),
      },
    ];
  });
}

function attentionOf({ attention, notes }: CaseSnapshot): AttentionView[] {
  return noteCodes
    .filter((code) => attention.includes(code))
    .map((code) => ({
      code,
      text: attentionWords[code],
      about: notes.filter((note) => note.code === code).map((note) => note.detail),
    }));
}
