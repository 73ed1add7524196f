import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Refusal } from '#shared/returns/acts/refusal.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Both } from '#shared/returns/case/slices.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { ProblemCode } from '#shared/words/problem-words.ts';
import type { Caller } from './caller.ts';
import type { BodyOf, Contract, QueryOf, ReplyOf } from './contract.ts';
import type { About, Answerer } from './operation.ts';
import type { NamesBy, Operations } from './operations.ts';

export type StoredCase = StoredRecord<CaseSnapshot>;
export type StoredParcel = StoredRecord<ParcelSnapshot>;

/** A request that was found right, of a caller who may ask. */
export interface Asked<C extends Contract = Contract> {
  readonly caller: Caller;
  /** As it was routed, still encoded as often as the gateway left it. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  /** Idempotency key, where a header named one. */
  readonly key?: string;
}

/** The same of a case that the caller may see. */
export interface AskedOfCase<C extends Contract = Contract> extends Asked<C> {
  readonly record: StoredCase;
}

/** The same of a parcel that the caller may see. */
export interface AskedOfParcel<C extends Contract = Contract> extends Asked<C> {
  readonly parcel: StoredParcel;
}

export type Outcome<C extends Contract = Contract> =
  /** `tag`: the same while nothing changes that a caller has to load; without it, the reply itself says so. */
  | { readonly reply: ReplyOf<C>; readonly tag?: string }
  | { readonly problem: ProblemCode }
  /** It is understood, and may not be done. */
  | { readonly refusal: Refusal };

type Answer<Needs, Request, C extends Contract> = (needs: Needs, asked: Request) => Promise<Outcome<C>>;

export interface Answering<Needs = never, Request = never> {
  readonly contract: Contract;
  readonly answer: (needs: Needs, asked: Request) => Promise<Outcome>;
}

/** @param answer - Given what it declares to need; what the function cannot give does not compile. */
export function answering<C extends Contract, Needs extends object>(contract: C, answer: Answer<Needs, Asked<C>, C>) {
  return { contract, answer } as Answering<Needs, Asked>;
}

/** Of an operation about one case: it is looked up before, and is `unknownCase` where there is none, or none that the caller may see. */
export function answeringOfCase<C extends Contract, Needs extends object>(
  contract: C,
  answer: Answer<Needs, AskedOfCase<C>, C>,
) {
  return { contract, answer } as Answering<Needs, AskedOfCase>;
}

/** Of an operation about one parcel: likewise, as `unknownParcel`. */
export function answeringOfParcel<C extends Contract, Needs extends object>(
  contract: C,
  answer: Answer<Needs, AskedOfParcel<C>, C>,
) {
  return { contract, answer } as Answering<Needs, AskedOfParcel>;
}

/** What a function must have for all of its operations. */
export type AnswersBy<By extends Answerer> = {
  readonly [Name in NamesBy<By>]: Answering<never, AskedAbout<Operations[Name]['about']>>;
};

type AskedAbout<Of extends About> = Of extends 'case' ? AskedOfCase : Of extends 'parcel' ? AskedOfParcel : Asked;

/** All that some answers need. */
export type NeedsOf<Answers extends Readonly<Record<string, Answering>>> = Both<
  Parameters<Answers[keyof Answers]['answer']>[0]
>;
