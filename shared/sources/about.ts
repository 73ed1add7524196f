import type { Need } from '#shared/returns/deadlines/clock.ts';

/** Whose words a channel brings. */
export const channelRoles = ['store', 'warehouse', 'carrier', 'help-desk'] as const;
export type ChannelRole = (typeof channelRoles)[number];

/** What is wrong with a setting: its path, from what holds it, and what to change. */
export interface SettingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** A word that is none of those that may stand there; one of them may have been meant. */
  readonly unknown?: { readonly word: string; readonly known: readonly string[] };
}

/** What a source may look at of a channel in the merchant's file. */
export interface ChannelSettings {
  readonly role: ChannelRole;
  readonly shops: readonly string[];
  readonly appKey?: string | undefined;
  readonly api?: { readonly baseUrl: string } | undefined;
}

/** A warehouse that speaks on a channel, as its source may look at it in the merchant's file. */
export interface Speaker<Own> {
  readonly id: string;
  /** What stands there under the source's own name. */
  readonly own: Own | undefined;
}

/** What each secret of a channel has to hold, for whoever puts it there; none is ever in the merchant's file. */
export interface ChannelSecrets {
  /** What the sender signs with. */
  readonly signing: string;
  /** What its API is called with; only for a source that is called. */
  readonly token?: string;
  /** How many letters and digits a signing secret has that is ours to make up, where the sender takes no more; 44 otherwise. */
  readonly signingLength?: number;
}

/** How a store is read whose webhooks only hint: on each hint, and by listing every `reconcile.everyMinutes` of the merchant. */
export interface AboutReading {
  /** The app's signing secret signs our calls, too. */
  readonly signsCalls: boolean;
  /** How many cases are read at the same time, over all its shops. */
  readonly readsAtOnce: number;
}

/** How a feed is asked that tells only of numbers that were subscribed: once for each round of a number. */
export interface AboutFollowing {
  /** How long a number rests after the feed gave it up. */
  readonly pauseAfterAbortMinutes: number;
}

/** What a source is and needs, for the merchant's file, for policy and for what is deployed; what it does stands in the other files of its folder. */
export interface SourceAbout<Own = unknown> {
  /** The name of its folder. */
  readonly source: string;
  /** What its channels may be. */
  readonly roles: readonly ChannelRole[];
  readonly secrets: ChannelSecrets;
  /** What a channel of a role can tell, where its merchant's file says that it does. */
  readonly tells?: Readonly<Partial<Record<ChannelRole, readonly Need[]>>>;
  readonly reading?: AboutReading;
  readonly following?: AboutFollowing;
  /** What is wrong with the settings of a channel of it, beyond what holds for every channel. */
  faultsOf?(channel: ChannelSettings): readonly SettingFault[];
  /**
   * What keeps it from telling apart the warehouses that speak on one channel, each fault with the place of its warehouse among them; absent where a
   * report does not say whose it is, so that a channel of it speaks for one.
   */
  faultsOfSeveral?(speakers: readonly Speaker<Own>[]): readonly SettingFault[];
}
