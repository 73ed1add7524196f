import { type ActName, acts } from '#shared/returns/acts/acts.ts';
import type { ActCode, ActValues } from '#shared/returns/acts/story.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

/** The words of an act stand in its row. */
export const actLines = Object.fromEntries(
  (Object.keys(acts) as ActName[]).map((name) => [acts[name].code, textOf]),
) as LineTexts<Readonly<Record<ActCode, ActValues>>>;

function textOf({ act, caseKey }: ActValues, { goods, list, say }: Wording): string {
  // The row is the act's own, so it takes just this act.
  const texts = acts[act.act].words(act as never, caseKey, goods);
  return list(...texts.map((text) => say(text['zh-CN'], text.en)));
}
