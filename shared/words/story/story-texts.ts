import type { StoryLine, StoryLines } from '#shared/returns/case/story.ts';
import type { Wording } from '../wording.ts';
import { actLines } from './act-lines.ts';
import { attentionLines } from './attention-lines.ts';
import { carrierLines } from './carrier-lines.ts';
import { contactLines } from './contact-lines.ts';
import { deadlineLines } from './deadline-lines.ts';
import { decisionLines } from './decision-lines.ts';
import { disputeLines } from './dispute-lines.ts';
import { goodsLines } from './goods-lines.ts';
import type { LineTexts } from './line-texts.ts';
import { moneyLines } from './money-lines.ts';
import { openingLines } from './opening-lines.ts';
import { parcelLines } from './parcel-lines.ts';
import { platformLines } from './platform-lines.ts';
import { preAdviceLines } from './pre-advice-lines.ts';
import { trackingLines } from './tracking-lines.ts';

const storyTexts: LineTexts<StoryLines> = {
  ...openingLines,
  ...decisionLines,
  ...platformLines,
  ...actLines,
  ...trackingLines,
  ...carrierLines,
  ...goodsLines,
  ...moneyLines,
  ...preAdviceLines,
  ...contactLines,
  ...disputeLines,
  ...deadlineLines,
  ...parcelLines,
  ...attentionLines,
};

/** A line of a case's story, for people. */
export function textOfLine({ code, values }: StoryLine, wording: Wording): string {
  // The table gives each code a text of its own values; TypeScript does not follow that through a union.
  const text = storyTexts[code] as (values: StoryLine['values'], wording: Wording) => string;
  return text(values, wording);
}
