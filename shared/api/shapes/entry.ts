import * as z from 'zod';
import { attentionGroups } from '#shared/returns/attention/entry.ts';
import { parties } from '#shared/returns/deadlines/clock.ts';
import { deadlineKinds } from '#shared/returns/deadlines/kinds.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { codesOf } from './codes.ts';
import { work } from './work.ts';

export const attentionGroup = z
  .enum(attentionGroups)
  .meta({ id: 'AttentionGroup', description: 'A group of the attention list.' });
export const waitsOn = z.enum(parties).meta({ id: 'WaitsOn', description: 'Who has to act.' });

const clockFields = {
  kind: z.enum(deadlineKinds),
  subject: z.exactOptional(text).describe("of a platform's own deadline: what the platform calls it"),
  dueAt: z.exactOptional(instant).describe('absent while it is paused'),
};
export const entryClock = z.object(clockFields).meta({ id: 'EntryClock', description: 'A clock that runs.' });
export const clockShape = clockFields;

const todo = z
  .object({
    group: attentionGroup,
    action: text,
    waitsOn,
    since: instant,
    from: z.exactOptional(instant).describe('nobody has to do anything before'),
    stake: z.exactOptional(count).describe('minor units, in the currency of the entry'),
  })
  .meta({ id: 'Todo', description: 'One reason why somebody has to act.' });

const { owner, team, flag, notes, touchedAt, offered, snooze, handled } = work.shape;
const entryWork = z.object({
  owner,
  team,
  flag,
  notes,
  touchedAt,
  offered: z.exactOptional(offered.unwrap().omit({ by: true })),
  snooze: z.exactOptional(snooze.unwrap().omit({ at: true, by: true })),
  handled: z.exactOptional(handled.unwrap().omit({ by: true })),
});

const anyEntry = {
  version: count.describe('of two the higher one counts'),
  writtenAt: instant,
  isOpen: z.boolean().describe('somebody may still have to do something'),
  todos: z.array(todo).describe('the first group first'),
  platform: z.exactOptional(entryClock).describe("the earliest of the platform's that runs"),
  own: z.exactOptional(entryClock).describe('the earliest of ours'),
  work: entryWork,
};

export const caseEntry = z
  .object({
    record: z.literal('case'),
    key: text,
    source: text,
    shop: text,
    caseId: text,
    headline: codesOf(headlineWords),
    kind: z.exactOptional(text),
    reason: z.exactOptional(text),
    orderId: z.exactOptional(text),
    goods: z.exactOptional(
      z.object({ sku: text, title: z.exactOptional(z.string()), quantity: count, more: count.describe('other SKUs') }),
    ),
    skus: z.array(text),
    numbers: z.array(text),
    openedAt: z.exactOptional(instant),
    closedAt: z.exactOptional(instant),
    currency: z.exactOptional(text).describe('of all sums of the entry, which are in minor units'),
    asked: z.exactOptional(count),
    paid: z.exactOptional(count),
    refunded: z.exactOptional(count),
    ...anyEntry,
  })
  .meta({ id: 'CaseEntry', description: 'A case as lists show it.' });

export const parcelEntry = z
  .object({
    record: z.literal('parcel'),
    number: text,
    carrier: z.exactOptional(text),
    warehouseId: z.exactOptional(text),
    since: instant,
    goods: z.array(z.object({ sku: text, quantity: count })),
    ...anyEntry,
  })
  .meta({ id: 'ParcelEntry', description: 'An unclaimed parcel as lists show it.' });

export const entry = z.discriminatedUnion('record', [caseEntry, parcelEntry]).meta({
  id: 'Entry',
  description: 'A record as lists show it; all that depends on the time of day is left to the reader.',
});
