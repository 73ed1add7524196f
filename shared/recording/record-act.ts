import type { ActMessage } from '#shared/messages/inbox-message.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { type Judged, judgeAct } from '#shared/returns/acts/judge-act.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { caseKind } from './case-kind.ts';
import { parcelKind } from './parcel-kind.ts';
import type { Recorder } from './recorder.ts';
import { refold, type Verdict } from './refold.ts';

export type ActOutcome =
  /** Recorded, under this number; now or when it was asked for before. */
  { readonly outcome: 'acted'; readonly n: number } | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Takes a person's decision on a record, judged on the record as it stands and written in one step with it. The loser of a race is judged
 * again. Asked for again under the same key, an act is answered as the first time.
 */
export async function recordAct(recorder: Recorder, message: ActMessage): Promise<ActOutcome> {
  const { record, act } = message;
  const taken =
    'parcel' in record
      ? await refold(recorder, parcelKind, record.parcel, {
          judge: (snapshot, { acts, rules }) =>
            verdictOn(message, acts, judgeAct(act, { record: 'parcel', snapshot, rules })),
        })
      : await refold(recorder, caseKind, record.caseKey, {
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
    return {
      answer:
        digestOf(first.act) === digestOf(act)
          ? { outcome: 'acted', n: first.n }
          : refused('this key was used for another act'),
    };
  }
  if ('refusal' in judged) {
    return { answer: refused(judged.refusal) };
  }
  const between = acts.find(({ n, act: other }) => n > ifAct && judged.staleAfter.includes(other.act));
  if (between) {
    return { answer: refused(`act ${between.n} (${between.act.act}) came in between; look again`) };
  }
  return { take: { act: judged.act, key } };
}

function refused(reason: string): ActOutcome {
  return { outcome: 'refused', reason };
}
