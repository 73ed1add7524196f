import type { CarrierLines } from '#shared/returns/carrier/story.ts';
import { stageWords } from '../stage-words.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

export const carrierLines: LineTexts<CarrierLines> = {
  moved: ({ number, stage }, { word, say }) => {
    const what = word(stageWords, stage);
    return say(`运单 ${number} ${what}`, `Parcel ${number}: ${what}`);
  },
  'follow-accepted': ({ number }, { say }) => say(`开始跟踪运单 ${number}`, `Follows parcel ${number}`),
  'follow-refused': ({ number, reason }, wording) =>
    wording.list(wording.say(`不跟踪运单 ${number}`, `Will not follow parcel ${number}`), reasonText(reason, wording)),
  'follow-aborted': ({ number }, { say }) =>
    say(`运单 ${number} 长时间没有物流信息，不再跟踪`, `Gave up following parcel ${number}`),
};
