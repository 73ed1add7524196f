import type { DecisionLines } from '#shared/returns/decision/story.ts';
import { decisionWords } from '../decision-words.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

export const decisionLines: LineTexts<DecisionLines> = {
  decided: ({ decision, reason }, wording) =>
    wording.list(wording.word(decisionWords, decision), reasonText(reason, wording)),
  closed: (_, { say }) => say('售后单关闭', 'Closed the case'),
  reopened: (_, { say }) => say('售后单重新打开', 'Opened the case again'),
};
