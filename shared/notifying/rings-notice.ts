import type { Instant } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import { noticeLevelWords } from '#shared/words/notice-words.ts';
import { type Layout, plainNotice } from './layout.ts';
import type { Ring } from './ring.ts';
import { idOfRings, ringData, shortText } from './ring-notice.ts';
import type { Addressed, Person } from './routing.ts';

/** So many stand in one message with a line each; the others are counted. */
export const mostShown = 20;

/** Many things at once, as one message: a line each, the most urgent first, under what they ring for. */
export function ringsNotice(all: readonly Addressed[], now: Instant, layout: Layout): Notice {
  const { texts, wording } = layout;
  const rings = all.map(({ ring }) => ring);
  const shown = rings.slice(0, mostShown);
  const lines = [...Map.groupBy(shown, ({ level }) => level)].flatMap(([level, own]) => [
    texts.heading(wording.word(noticeLevelWords, level), ''),
    ...own.map((ring) => lineOf(ring, now, layout)),
  ]);
  const rest = rings.length - shown.length;
  return plainNotice({
    id: idOfRings(rings),
    type: 'notice.digest',
    isUrgent: rings.some((ring) => ring.class === 'platform'),
    title: texts.many(rings.length),
    lines: [...lines, ...(rest > 0 ? [texts.more(rest)] : [])],
    people: calledBy(all),
    data: { count: rings.length, rings: shown.map(ringData) },
  });
}

function lineOf(ring: Ring, now: Instant, layout: Layout): string {
  if ('silence' in ring) {
    return `${ring.silence.source} ${ring.silence.shop}`;
  }
  return shortText(ring.entry, now, layout, ring.dueAt);
}

/** Each once, and no more than can be meant. */
function calledBy(all: readonly Addressed[]): readonly Person[] {
  const called = new Map(all.flatMap(({ called }) => called).map((person) => [person.person, person]));
  return [...called.values()].slice(0, mostShown);
}
