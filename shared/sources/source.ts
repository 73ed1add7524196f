import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Alias } from '#shared/returns/opening/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** A webhook as it crossed the wire. Header and query names are lower case; `rawBody` is what was signed. */
export interface WebhookRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The query as it crossed the wire, still encoded, without its question mark; what a sender signs is decoded from this. */
  readonly rawQuery: string;
  readonly rawBody: Uint8Array;
}

/** The signing secrets of one channel; `previous` still counts while a sender changes over. */
export interface SigningSecrets {
  readonly current: string;
  readonly previous?: string;
}

export type Verification =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Set where what is stored is no key, so that nothing is proved about the sender: what it has to be. */
      readonly wantedSecret?: string;
    };

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is needed to queue a verified webhook without understanding it. */
export interface Identity {
  /** Stable over the sender's retries; falls back to a hash of the body where the sender gives none. At most 128 characters of `[A-Za-z0-9_.:-]`. */
  readonly deliveryId: string;
  /** What it is about, for the log line: a topic or type. Never personal data. */
  readonly subject: string;
}

/** The half of a source that stands at the door. It must stay small: no schema, no parser of whole bodies. */
export interface Receiver {
  readonly source: string;
  /** Headers that {@link Observer.observe} needs later; all others are dropped at the door. */
  readonly keptHeaders: readonly string[];
  /** Query parameters that {@link Observer.observe} needs later, in lower case; kept among the headers, each as `?name`. */
  readonly keptQuery?: readonly string[];
  /** Over the raw bytes, in constant time, with each live secret. Never throws. */
  verify(request: WebhookRequest, secrets: SigningSecrets, channel: Channel, now: Date): Verification;
  /** After {@link verify}. Never throws, whatever the bytes are. */
  identify(request: WebhookRequest): Identity;
  /** What this sender wants to hear when its webhook was taken. */
  accepted: Reply;
  /** What a sender of this source expects to hear instead of the common 401; says no more than that one does. */
  readonly refused?: Reply;
  /** Answers a request that is no event (a challenge, a ping); undefined when it is one. Needs no secret. */
  handshake?(request: WebhookRequest): Reply | undefined;
}

/** A delivery, verified and queued: a webhook, or what was read from a store. */
export interface Delivery {
  readonly source: string;
  readonly channel: string;
  readonly id: string;
  readonly via: 'webhook' | 'read';
  readonly receivedAt: Instant;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Which case is meant: by its key (only a store's own channel knows it) or by a name that must be looked up. */
export type CaseRef = { readonly caseKey: string } | { readonly alias: Alias };

/** Names, phones, free text, links to pictures: kept apart from every record, by field name. */
export type PersonalData = Readonly<Record<string, string | readonly string[]>>;

/** The word of one delivery on one record; kept with the record, it is an observation. */
export type Saying =
  | {
      readonly about: 'case';
      readonly ref: CaseRef;
      readonly facts: readonly CaseFact[];
      readonly person?: PersonalData;
    }
  | {
      readonly about: 'parcel';
      readonly number: string;
      readonly facts: readonly ParcelFact[];
      readonly person?: PersonalData;
    };

/** That a case changed at its store, and must be read there. */
export interface CaseHint {
  readonly shop: string;
  readonly ref: CaseRef;
  /** When the sender says that it changed. */
  readonly at: Instant;
  /** The sender names no time, and `at` is that of the receipt: the case may have changed before. */
  readonly atReceipt?: boolean;
}

/** A member of a message that could not be read: where it stands, and what was expected there; never what it holds. */
export interface Unread {
  readonly path: string;
  /** What was left out for it, where that is more than the member itself: the line, or the object, that holds it. */
  readonly gone?: string;
  readonly expected: string;
}

/** What a delivery says. */
export type Observed =
  | {
      readonly kind: 'sayings';
      readonly sayings: readonly Saying[];
      /** Which members could not be read, and what was expected there. Absent where all could. */
      readonly unread?: string;
      /** Something in it is not settled yet: the case is to be read at the store, too. */
      readonly look?: CaseHint;
    }
  /** One request that carried several messages: each is recorded as a delivery of its own, with the sender's own id for it. */
  | { readonly kind: 'several'; readonly parts: readonly { readonly id: string; readonly body: Uint8Array }[] }
  /** Only says *look at this case*: it must be read at the store. */
  | ({ readonly kind: 'notify-only' } & CaseHint)
  /** Understood, and nothing for us to record. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Authentic, and we do not know what it means: kept, shown and counted. */
  | { readonly kind: 'not-understood'; readonly reason: string };

/** The half of a source that understands. Pure: the same delivery always says the same. Never throws. */
export interface Observer {
  readonly source: string;
  /** Grows when the same delivery would say something else. What a higher one made of a delivery takes the place of what a lower one did. */
  readonly revision: number;
  observe(delivery: Delivery, channel: Channel, merchant: Merchant): Observed;
}
