import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Both } from '#shared/returns/case/slices.ts';
import type { ProblemCode } from '#shared/words/problem-words.ts';
import type { Caller } from './caller.ts';
import type { BodyOf, Contract, QueryOf, ReplyOf } from './contract.ts';
import type { Answerer } from './operation.ts';
import type { NamesBy, Operations } from './operations.ts';

export type StoredCase = StoredRecord<CaseSnapshot>;

/** A request that was found right, of a caller who may ask. */
export interface Asked<C extends Contract = Contract> {
  readonly caller: Caller;
  /** As it was routed, still encoded as often as the gateway left it. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
}

/** The same of a case that the caller may see. */
export interface AskedOfCase<C extends Contract = Contract> extends Asked<C> {
  readonly record: StoredCase;
}

export type Outcome<C extends Contract = Contract> = { readonly reply: ReplyOf<C> } | { readonly problem: ProblemCode };

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

/** What a function must have for all of its operations. */
export type AnswersBy<By extends Answerer> = {
  readonly [Name in NamesBy<By>]: Operations[Name]['about'] extends 'case'
    ? Answering<never, AskedOfCase>
    : Answering<never, Asked>;
};

/** All that some answers need. */
export type NeedsOf<Answers extends Readonly<Record<string, Answering>>> = Both<
  Parameters<Answers[keyof Answers]['answer']>[0]
>;
