import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { CaseSnapshot, Headline } from '#shared/returns/case/case.ts';
import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Quality } from '#shared/returns/goods/part.ts';
import type { NoteCode } from '#shared/returns/record/note.ts';
import type { Texts } from '#shared/words/locale.ts';
import type { Stage } from './stage.ts';

/** Something that once happened to the demo merchant. One more episode is one more entry in its list. */
export interface Episode {
  /** For lists of what is not as it should be. */
  readonly name: string;
  /** Lets it happen up to now, by signed webhooks only. @returns what came of it. */
  readonly live: (stage: Stage) => Promise<Seeded>;
}

export interface Seeded {
  readonly cases: readonly SeededCase[];
  readonly strays?: readonly Stray[];
  /** Where it goes on by itself, once the demo lives. */
  readonly living?: Living;
  /** What begins once the demo lives, and takes minutes: nobody waits for it. */
  readonly afterwards?: () => Promise<void>;
}

export interface SeededCase {
  readonly key: string;
  /** A few words, so that a person knows it again. */
  readonly title: Texts;
  readonly becomes: Becomes;
  /** Its timeline is worth reading. */
  readonly isShown?: boolean;
  /** What people did about it, once it was there. */
  readonly work?: readonly Worked[];
}

/** An act of work, by the API. */
export interface Worked {
  /** Whose, by the group of a demo user: `day-team`. */
  readonly by: string;
  /** As it is asked for at that time. */
  readonly act: (now: Date) => { readonly act: string } & Readonly<Record<string, unknown>>;
}

/** What the API must say of a case in the end; what is left out must be absent, zero or `none`. */
export interface Becomes {
  readonly headline: Headline;
  readonly decision: CaseSnapshot['decision']['value'];
  /** Of each parcel that stands, in the order in which they were named. */
  readonly stages?: readonly ParcelStage[];
  readonly sides?: readonly ParcelSide[];
  readonly quality?: Quality;
  readonly attention?: readonly NoteCode[];
  /** Each of our clocks of {@link watchedKinds}: its kind and how it stands. */
  readonly clocks?: readonly Clock[];
  /** What the platform itself sets a deadline for. */
  readonly platform?: readonly string[];
  /** What was paid, whatever for; fen. */
  readonly paidFen?: number;
}

/** The kinds that each episode says of whether one runs. A new kind is looked at once it stands here, and then in each episode. */
export const watchedKinds = [
  'appeal',
  'exception-contact',
  'qc-follow-up',
  'refund',
  'warehouse-acknowledges',
] as const satisfies readonly DeadlineKind[];
export type Clock = `${(typeof watchedKinds)[number]} ${ClockState}`;
export type ClockState = 'runs' | 'reminded' | 'missed' | 'met' | 'met late';

/** What belongs to no case, and in which list a person finds it. */
export interface Stray {
  readonly title: Texts;
  readonly list: 'unclaimed' | 'not-understood' | 'unmatched';
  /** A tracking number, or the delivery's id. */
  readonly name: string;
}

/** A return under way, and all that is still to happen to it, the next first. */
export interface Living {
  /** As people call it: `RMA-48213-07`. */
  readonly name: Texts;
  readonly next: Occurrence[];
}

/** One thing of a life. */
export interface Occurrence {
  /** By the words of the timelines' speakers. */
  readonly who: 'buyer' | 'agent' | 'carrier' | 'warehouse' | 'store';
  readonly what: Texts;
  /** Whether those it needs have come so far; yes where not given. */
  readonly isReady?: () => boolean;
  readonly happens: (at: Date) => Promise<void>;
}
