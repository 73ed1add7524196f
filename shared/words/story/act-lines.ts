import { type ActName, acts, isWork } from '#shared/returns/acts/acts.ts';
import type { ActCode, ActValues } from '#shared/returns/acts/story.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

/** The words of an act stand in its row. */
export const actLines = Object.fromEntries(
  (Object.keys(acts) as ActName[]).map((name) => [acts[name].code, textOf]),
) as LineTexts<Readonly<Record<ActCode, ActValues>>>;

function textOf({ act, caseKey, number }: ActValues, { goods, time, list, say }: Wording): string {
  // The row is the act's own, so it takes just this act.
  const texts = acts[act.act].words(act as never, caseKey, { goods, time });
  const text = list(...texts.map((each) => say(each['zh-CN'], each.en)));
  return number && isWork(act) ? say(`包裹 ${number}：${text}`, `Parcel ${number}: ${text}`) : text;
}
