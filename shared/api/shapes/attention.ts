import * as z from 'zod';
import { horizons } from '#shared/returns/attention/horizon.ts';
import { money } from '#shared/returns/record/money.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';
import { attentionGroup, clockShape, entry, waitsOn } from './entry.ts';
import { texts } from './texts.ts';

const clock = z
  .object({
    ...clockShape,
    name: texts,
    left: z.exactOptional(texts).describe('absent while it is paused'),
    atTimeOut: z
      .exactOptional(texts)
      .describe("what happens then: of a platform's what it does by itself, of ours what a miss costs"),
  })
  .meta({ id: 'ClockView', description: 'A clock, and how much of its time is left.' });

export const attentionItem = z
  .object({
    entry,
    group: attentionGroup,
    horizon: z.enum(horizons),
    action: text,
    actionText: texts.describe('what to do'),
    waitsOn,
    waitsOnText: texts,
    since: instant,
    platform: z.exactOptional(clock),
    own: z.exactOptional(clock),
    owner: z.exactOptional(text).describe('by subject id; absent: nobody yet'),
    team: z.exactOptional(text),
    stake: z.exactOptional(money),
    stakeText: z.exactOptional(texts),
    more: z.array(z.object({ action: text, actionText: texts })).describe('what else is to do'),
  })
  .meta({ id: 'AttentionItem', description: 'One entry of the attention list.' });

export const groupCount = z
  .object({ group: attentionGroup, name: texts, count, sums: z.array(money), sumsText: texts })
  .meta({ id: 'GroupCount', description: 'How many entries a group has, and what is at stake in it.' });
