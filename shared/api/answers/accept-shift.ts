import { acceptShift as acceptAll, type ShiftAnswer } from '#shared/acting/accept-shift.ts';
import type { Acting } from '#shared/acting/acting.ts';
import { answering } from '../answering.ts';
import { asker } from '../asker.ts';
import { caseKeysIn } from '../case-keys.ts';
import { acceptShift as contract } from '../contract/accept-shift.ts';
import { findCase, findParcel } from '../find-record.ts';

export const acceptShift = answering(contract, async (acting: Acting, asked) => {
  const asking = asker(asked);
  if ('problem' in asking) {
    return asking;
  }
  const { sight } = asked.caller;
  const answers = await acceptAll(acting, {
    ...asking,
    records: asked.body.records,
    find: async (name) => {
      if ('parcel' in name) {
        const parcel = await findParcel(acting.parcels, name.parcel, sight);
        return parcel && { parcel: parcel.snapshot.number };
      }
      const found = await findCase(acting.cases, caseKeysIn(name.caseKey), sight);
      return found && { caseKey: found.snapshot.key };
    },
  });
  return { reply: { records: answers.map(replyOf) } };
});

function replyOf({ record, ...answer }: ShiftAnswer) {
  if ('n' in answer) {
    return { record, n: answer.n };
  }
  const { code, text, owner } = answer.refusal;
  return { record, code, text, ...(owner && { owner }) };
}
