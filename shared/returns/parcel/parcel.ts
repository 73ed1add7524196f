import type { TeamRules } from '../acts/roles.ts';
import type { FollowRequest } from '../carrier/events.ts';
import type { FollowState } from '../carrier/facts.ts';
import type { ParcelSide, ParcelStage } from '../carrier/parcel-stages.ts';
import type { ClockRules } from '../deadlines/fold.ts';
import type { Deadline } from '../deadlines/part.ts';
import type { Expected, GoodsFact, SkuQuantity, Units } from '../goods/facts.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import type { WorkPart } from '../work/part.ts';

/** A case that may concern this parcel, and what it expects in it. Never removed; a later revision of the same case replaces it. */
export interface ParcelLink {
  readonly caseKey: string;
  /** The version of the case's snapshot that says so. */
  readonly revision: number;
  /** The case's latest statement still names the number. */
  readonly stands: boolean;
  /** The case is not closed, declined or withdrawn. */
  readonly open: boolean;
  /** When we first got a statement of the case that names the number. */
  readonly knownAt?: Instant;
  /** When the case first named the number, by its sender's time. Absent of what earlier releases wrote, as are the following. */
  readonly statedAt?: Instant;
  /** When the case was asked for. */
  readonly askedAt?: Instant;
  /** When it was withdrawn, declined or expired. */
  readonly endedAt?: Instant;
  readonly isWithdrawn?: true;
  readonly closedAt?: Instant;
  /** The order's goods went out under this number. */
  readonly isOutbound?: true;
  /** By what the case says the buyer has them: nobody waits for them under this number. */
  readonly isWithBuyer?: true;
  /** They did, and it was stated as the number of goods that come back. */
  readonly isTypedOutbound?: true;
  /** As the case states it. */
  readonly carrier?: string;
  /** Where the case sends it. */
  readonly warehouseId?: string;
  /** All that the case expects back, in whichever parcel. */
  readonly lines: readonly SkuQuantity[];
}

export type Allotment = 'sole' | 'divided' | 'awaiting' | 'not-attributed';

export interface Following {
  readonly state: FollowState;
  /** The latest that was answered, or is asked; 0 where a feed spoke without having been asked. */
  readonly round: number;
  /** Absent while nobody answered. */
  readonly since?: Instant;
  /** What should stand at the feed now. */
  readonly request?: FollowRequest;
}

/** What a parcel's record says to one case, where that is not simply all of it: the number had other parcels, or other cases have a part. */
export interface ParcelView
  extends Pick<ParcelSnapshot, 'stage' | 'sides' | 'movedAt' | 'deliveredAt' | 'receivedAt' | 'allotment'> {
  /** Which of the reports on its goods concern the case, by their ids. */
  readonly goods: readonly string[];
  /** Something came, or was signed for, under the number that is not the case's. */
  readonly isUsedBefore?: true;
  /** Of such a number: what was before is not the case's. */
  readonly since?: Instant;
  /** Another case names the number at the same time, or was closed without its goods when some came: they may be its. */
  readonly isShared?: true;
}

/** A number is asked for at most so often: there is no later round for a feed to speak of. */
export const mostRounds = 5;

/** What a parcel's fold needs to know beyond the facts. */
export interface ParcelRules extends ClockRules {
  /** The merchant has a carrier feed that must be asked. */
  readonly follow: boolean;
  readonly pauseAfterAbortMinutes: number;
  readonly mostRounds: number;
  /** By their ids. */
  readonly teams: Readonly<Record<string, TeamRules>>;
}

/** The folded record of one tracking number. */
export interface ParcelSnapshot extends WorkPart {
  readonly number: string;
  /** By the latest word of a feed, else of a carrier. */
  readonly carrier?: string;
  /** Where a feed found the number; goes before what the cases state. */
  readonly feedCarrier?: string;
  readonly stage: ParcelStage;
  readonly sides: readonly ParcelSide[];
  readonly movedAt?: Instant;
  /** When it was first signed for where it was to go; of goods that went out and turned round, by us. */
  readonly deliveredAt?: Instant;
  /** Absent while no feed has anything to do with it. */
  readonly following?: Following;
  /** Since when nobody follows it although an open case waits for it. */
  readonly untrackedSince?: Instant;
  /** The warehouses that said that they expect it. */
  readonly expected?: readonly Expected[];
  readonly receivedAt?: Instant;
  /** What the warehouse reported, each by its own id, oldest first. */
  readonly goods: readonly GoodsFact[];
  /** Cases whose latest statement names the number. */
  readonly cases: readonly string[];
  /** Cases that ever named it. */
  readonly linked: readonly string[];
  readonly allotment: Allotment;
  /** When a person last said whose the goods are. */
  readonly allottedAt?: Instant;
  /** By case key; one of `cases` that is not here sees the parcel as it is, another one nothing. */
  readonly views?: Readonly<Record<string, ParcelView>>;
  /** Whose units they are: by case key, by SKU. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, Units>>>>;
  /** Goods have reached a warehouse and no case counts them. */
  readonly unclaimed: boolean;
  /** When the first of those came. */
  readonly unclaimedSince?: Instant;
  /** Of an unclaimed one: what its number may be besides, the likelier first. */
  readonly candidates?: readonly string[];
  /** By deadline id: a timer reads just its own. Absent where no clock of it ever ran. */
  readonly deadlines?: Readonly<Record<string, Deadline>>;
  /** The earliest of what its clocks strike next. */
  readonly nextStrikeAt?: Instant;
  readonly notes: readonly Note[];
  /** When we last learned something of it, or that a case names it. */
  readonly updatedAt?: Instant;
}
