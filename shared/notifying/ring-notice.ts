import { actionNamed } from '#shared/returns/attention/actions.ts';
import type { CaseEntry, Entry, Todo } from '#shared/returns/attention/entry.ts';
import { todosInForce } from '#shared/returns/attention/in-force.ts';
import { platformKindOf } from '#shared/returns/attention/platform-kind.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import { timeOutOf } from '#shared/sources/time-outs.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import { noticeLevelWords } from '#shared/words/notice-words.ts';
import { timeOutText } from '#shared/words/time-out-text.ts';
import { todoWords } from '#shared/words/todo-words.ts';
import { ago, type Layout, linkTo, ownerText, placeOf, plainNotice, stakeText, timeLeft } from './layout.ts';
import { localTimeOf, minutesBetween } from './local-time.ts';
import { noticeIdOf } from './notice-id.ts';
import { type EntryRing, ownerOf, type Ring, type SourceRing } from './ring.ts';
import { type Addressed, isPerson, type Person } from './routing.ts';

/** One urgent thing: where, how long, what happens then; what to do; who has it and who is next; a link. */
export function ringNotice({ ring, called }: Addressed, now: Instant, layout: Layout): Notice {
  const { wording, texts } = layout;
  const heading = wording.word(noticeLevelWords, ring.level);
  const own = 'entry' in ring ? entryTexts(ring, called, now, layout) : sourceTexts(ring, layout);
  return plainNotice({
    id: idOfRings([ring]),
    type: 'notice.ring',
    isUrgent: ring.class === 'platform',
    title: texts.heading(heading, own.where),
    lines: own.lines,
    ...own.link,
    people: called,
    data: { level: ring.level, rings: [ringData(ring)] },
  });
}

/** Of the same rings always the same. */
export function idOfRings(rings: readonly Ring[]): string {
  return noticeIdOf(...rings.map((ring) => [ownerOf(ring), ring.thing, ring.level]));
}

/** What a program needs to know of it. No personal data. */
export function ringData(ring: Ring): Readonly<Record<string, unknown>> {
  const { level, since } = ring;
  if ('silence' in ring) {
    const { source, channel, shop } = ring.silence;
    return { level, since, source, channel, shop };
  }
  const { entry, dueAt } = ring;
  const isClaimed = entry.work.owner !== undefined;
  return entry.record === 'case'
    ? { level, since, dueAt, caseKey: entry.key, isClaimed }
    : { level, since, dueAt, parcel: entry.number, isClaimed };
}

interface OwnTexts {
  readonly where: string;
  readonly lines: readonly string[];
  readonly link?: Pick<Notice, 'link'>;
}

function entryTexts(ring: EntryRing, called: readonly Person[], now: Instant, layout: Layout): OwnTexts {
  const { entry } = ring;
  const { texts } = layout;
  const next = nextOf(entry, called, layout);
  const id = entry.record === 'case' ? texts.case(entry.caseId) : texts.parcel(entry.number);
  return {
    where: placeOf(entry),
    lines: [timeLine(ring, now, layout), toDoLine(ring, now, layout), texts.who(ownerText(entry, layout), next), id],
    link: linkTo(entry, layout),
  };
}

function isOffered({ offered }: Entry['work'], person: string): boolean {
  return offered !== undefined && 'person' in offered.to && isPerson(offered.to.person, person);
}

/** Whom it was handed to and who has not accepted it yet; where nobody has it, who is called. */
function nextOf({ work }: Entry, called: readonly Person[], { people }: Layout): string | undefined {
  const isNext = ({ person }: Person) =>
    work.owner ? isOffered(work, person) : called.some((each) => each.person === person);
  const names = people.filter(isNext).flatMap(({ name }) => name ?? []);
  return names.length === 0 ? undefined : names.join(' ');
}

function timeLine({ entry, dueAt, since, ...ring }: EntryRing, now: Instant, layout: Layout): string {
  const { texts, timeZone, locale } = layout;
  if (dueAt === undefined) {
    return texts.since(ago(since, now, layout));
  }
  const { platform } = entry;
  const isPlatforms = ring.class === 'platform' && entry.record === 'case' && platform !== undefined;
  const then = isPlatforms ? atTimeOut(entry, platformKindOf(platform), locale) : undefined;
  const { time } = localTimeOf(dueAt, timeZone);
  return texts.time(timeLeft(dueAt, now, layout), time, ...(then ? [then] : []), ...stakeText(entry, layout));
}

/** What the platform does by itself, as far as anybody knows. */
function atTimeOut({ source, kind }: CaseEntry, platformKind: string, locale: Locale): string {
  return timeOutText(timeOutOf(source, platformKind, kind as CaseKind | undefined), locale);
}

function toDoLine(ring: EntryRing, now: Instant, layout: Layout): string {
  const { wording, texts } = layout;
  const { entry } = ring;
  const todo = todoOf(ring, now);
  const about = entry.record === 'case' ? aboutCase(entry, now, layout) : [];
  return texts.toDo(todo ? wording.word(todoWords, actionNamed(todo.action)) : texts.look, ...about);
}

/** What it rings for; of a platform's time the first thing that is not the buyer's. */
function todoOf({ entry, level }: EntryRing, now: Instant): Todo | undefined {
  const groups: Partial<Record<EntryRing['level'], Todo['group']>> = {
    exception: 'exception-contact',
    dispute: 'grade-c',
    stop: 'stop-not-confirmed',
    'late-check': 'at-warehouse',
  };
  const group = groups[level];
  return todosInForce(entry, now).find((todo) => (group ? todo.group === group : todo.waitsOn !== 'buyer'));
}

function aboutCase({ kind, signedAt, reason }: CaseEntry, now: Instant, { wording, texts }: Layout): string[] {
  const days = signedAt && Math.max(0, Math.floor(minutesBetween(signedAt, now) / (24 * 60)));
  return [
    ...(kind ? [wording.word(caseKindWords, kind)] : []),
    ...(days === undefined ? [] : [texts.signedDays(days)]),
    ...(reason ? [texts.reason(reason)] : []),
  ];
}

function sourceTexts({ silence: { source, shop, silentSince } }: SourceRing, { texts, wording }: Layout): OwnTexts {
  const time = wording.time(silentSince);
  return { where: `${source} ${shop}`, lines: [texts.silentSince(time), texts.lookAtHook] };
}

/** A record in half a line, for messages that tell several. */
export function shortText(entry: Entry, now: Instant, layout: Layout, dueAt?: Instant): string {
  const { wording } = layout;
  const id = entry.record === 'case' ? entry.caseId : entry.number;
  const shop = entry.record === 'case' ? placeOf(entry) : '';
  const kind = entry.record === 'case' && entry.kind ? wording.word(caseKindWords, entry.kind) : '';
  const left = dueAt === undefined ? '' : timeLeft(dueAt, now, layout);
  return wording.list(left, shop, id, kind, ...stakeText(entry, layout), ownerText(entry, layout));
}
