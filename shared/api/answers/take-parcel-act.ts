import type { Acting } from '#shared/acting/acting.ts';
import { takeAct } from '#shared/acting/take-act.ts';
import { answeringOfParcel } from '../answering.ts';
import { asker } from '../asker.ts';
import { takeParcelAct as contract } from '../contract/take-parcel-act.ts';
import { parcelRecordViewOf } from '../parcel-record-view.ts';

export const takeParcelAct = answeringOfParcel(contract, async (acting: Acting, asked) => {
  const asking = asker(asked);
  if ('problem' in asking) {
    return asking;
  }
  const { number: parcel } = asked.parcel.snapshot;
  const answer = await takeAct(acting, { ...asking, record: { parcel }, asked: asked.body });
  if ('refusal' in answer) {
    return answer;
  }
  const record = await acting.parcels.readSnapshot(parcel);
  return { reply: { n: answer.n, parcel: parcelRecordViewOf(record ?? asked.parcel, asked.caller.sight) } };
});
