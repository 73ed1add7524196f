import type { ActMessage } from '#shared/messages/inbox-message.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { type Judged, judgeAct } from '#shared/returns/acts/judge-act.ts';
import { notNow, type Refusal, wrong } from '#shared/returns/acts/refusal.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { caseKind } from './case-kind.ts';
import { parcelKind } from './parcel-kind.ts';
import type { RecordWriter } from './recorder.ts';
import { refold, type Verdict } from './refold.ts';

export type ActOutcome =
  /** Recorded, under this number; now or when it was asked for before. */
  { readonly outcome: 'acted'; readonly n: number } | { readonly outcome: 'refused'; readonly refusal: Refusal };

/**
 * Takes a person's decision on a record, judged on the record as it stands and written in one step with it. The loser of a race is judged
 * again. Asked for again under the same key, an act is answered as the first time.
 */
export async function recordAct(writer: RecordWriter, message: ActMessage): Promise<ActOutcome> {
  const { record, act } = message;
  const taken =
    'parcel' in record
      ? await refold(writer, parcelKind, record.parcel, {
          judge: (snapshot, { acts, rules }) =>
            verdictOn(message, acts, judgeAct(act, { record: 'parcel', snapshot, rules })),
        })
      : await refold(writer, caseKind, record.caseKey, {
          judge: (snapshot, { acts, rules }) =>
            verdictOn(message, acts, judgeAct(act, { record: 'case', snapshot, rules })),
        });
  return taken && 'answer' in taken ? taken.answer : { outcome: 'acted', n: (taken as NumberedAct).n };
}

function verdictOn(
  { act, ifAct, key = digestOf([ifAct, act]) }: ActMessage,
  acts: readonly NumberedAct[],
  judged: Judged,
): Verdict<ActOutcome> {
  const first = acts.find((each) => each.key === key);
  if (first) {
    return { answer: isSameWish(first.act, act) ? { outcome: 'acted', n: first.n } : refused(keyUsed) };
  }
  if ('refusal' in judged) {
    return { answer: refused(judged.refusal) };
  }
  const between = acts.find(({ n, act: other }) => n > ifAct && judged.staleAfter.includes(other.act));
  return between ? { answer: refused(cameBetween(between)) } : { take: { act: judged.act, key } };
}

/** By the same person, whatever the hour and whatever groups their token named by then. */
function isSameWish(one: unknown, other: unknown): boolean {
  return digestOf(wishOf(one)) === digestOf(wishOf(other));
}

function wishOf(act: unknown): unknown {
  const { at: _at, by, ...wish } = Object(act) as Readonly<Record<string, unknown>>;
  const { groups: _groups, ...who } = Object(by) as Readonly<Record<string, unknown>>;
  return { ...wish, who };
}

const keyUsed = wrong('key-used', '这个幂等键已用于另一个操作', 'this key was used for another act');

function cameBetween({ n, act: { act, by, at } }: NumberedAct): Refusal {
  const zh = `期间已有操作 ${n}（${act}），请重新查看`;
  const refusal = notNow('came-between', zh, `act ${n} (${act}) came in between; look again`);
  return { ...refusal, between: { n, act, by: 'person' in by ? by.person : by.policy, at } };
}

function refused(refusal: Refusal): ActOutcome {
  return { outcome: 'refused', refusal };
}
