import type { Merchant } from '#shared/merchant/merchant.ts';
import { type StoryLine, storyOf } from '#shared/returns/case/story.ts';
import type { Who } from '#shared/returns/record/story.ts';
import type { Locale } from '#shared/words/locale.ts';
import { textOfLine } from '#shared/words/story/story-texts.ts';
import { wordingIn } from '#shared/words/wording.ts';
import type { showTimeline } from './contract/show-timeline.ts';
import type { ReplyOf } from './contract.ts';
import type { TimelineRecord } from './read-timeline-record.ts';

export type TimelineEntry = ReplyOf<typeof showTimeline>['entries'][number];

type Speakers = Pick<Merchant, 'channels' | 'warehouses'>;
export interface TimelineOptions {
  readonly locale: Locale;
  readonly merchant: Speakers & Pick<Merchant, 'timeZone'>;
}

/** A case's story in the words of one language and the times of the merchant's zone. */
export function timelineOf(record: TimelineRecord, { locale, merchant }: TimelineOptions): TimelineEntry[] {
  const wording = wordingIn(locale, merchant.timeZone);
  return storyOf(record).map((line) => ({
    at: line.at,
    ...(line.receivedAt && { receivedAt: line.receivedAt }),
    by: nameOf(line.by, merchant),
    kind: line.code,
    text: textOfLine(line, wording),
    ...noteOf(line, record.notes),
  }));
}

/** What a person wrote, where the line is of a note; nothing once that was erased. */
function noteOf({ code, values }: StoryLine, notes: TimelineRecord['notes']): Pick<TimelineEntry, 'note'> {
  const noteId = code === 'noted' && values.act.act === 'note' ? values.act.noteId : undefined;
  const note = noteId === undefined ? undefined : notes[noteId];
  return note === undefined ? {} : { note };
}

function nameOf(who: Who, merchant: Speakers): string {
  if ('channel' in who) {
    return speakerOn(who.channel, merchant);
  }
  return who.name ? `${who.role}:${who.name}` : who.role;
}

/** By what a channel is: the one warehouse that speaks there, or its role and name. A warehouse that answers a call of ours speaks by its id. */
function speakerOn(from: string, { channels, warehouses }: Speakers): string {
  const channel = channels.find((each) => `${each.source}/${each.channel}` === from);
  if (!channel) {
    const isWarehouse = warehouses.some(({ id }) => id === from);
    return isWarehouse ? `warehouse:${from}` : from === 'backhaul' ? from : `system:${from}`;
  }
  return channel.warehouse ? `warehouse:${channel.warehouse}` : `${channel.role}:${from}`;
}
