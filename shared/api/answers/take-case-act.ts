import type { Acting } from '#shared/acting/acting.ts';
import { takeAct } from '#shared/acting/take-act.ts';
import { answeringOfCase } from '../answering.ts';
import { asker } from '../asker.ts';
import { caseViewOf } from '../case-view.ts';
import { takeCaseAct as contract } from '../contract/take-case-act.ts';

export const takeCaseAct = answeringOfCase(contract, async (acting: Acting, asked) => {
  const asking = asker(asked);
  if ('problem' in asking) {
    return asking;
  }
  const { key: caseKey } = asked.record.snapshot;
  const answer = await takeAct(acting, { ...asking, record: { caseKey }, asked: asked.body });
  if ('refusal' in answer) {
    return answer;
  }
  const record = await acting.cases.readSnapshot(caseKey);
  return { reply: { n: answer.n, case: caseViewOf(record ?? asked.record, acting.now()) } };
});
