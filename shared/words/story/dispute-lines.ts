import type { DisputeLines } from '#shared/returns/disputes/story.ts';
import type { LineTexts } from './line-texts.ts';

export const disputeLines: LineTexts<DisputeLines> = {
  disputed: ({ disputeId }, { say }) => say(`发起纠纷 ${disputeId}`, `Opened dispute ${disputeId}`),
  'dispute-closed': ({ disputeId, outcome }, { list, say }) =>
    list(
      say(`纠纷 ${disputeId} 结束`, `Dispute ${disputeId} ended`),
      outcome && say(`结果：${outcome}`, `outcome: ${outcome}`),
    ),
};
