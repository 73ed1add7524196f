import type { AttentionLines } from '#shared/returns/case/attention-story.ts';
import { attentionWords } from '../attention-words.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

export const attentionLines: LineTexts<AttentionLines> = {
  attention: ({ reasons }, wording) => {
    const why = reasonsText(reasons, wording);
    return wording.say(`需要人处理：${why}`, `A person should look: ${why}`);
  },
  'attention-cleared': ({ reasons }, wording) => {
    const why = reasonsText(reasons, wording);
    return wording.say(`不再需要人处理：${why}`, `No person is needed any more: ${why}`);
  },
};

function reasonsText(reasons: readonly string[], { word, say }: Wording): string {
  return reasons.map((reason) => lowerFirst(word(attentionWords, reason))).join(say('；', '; '));
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
