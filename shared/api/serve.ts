import { createHash } from 'node:crypto';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { CaseTable, ParcelTable } from '#shared/recording/ports.ts';
import type { Answering, NeedsOf, Outcome, StoredCase, StoredParcel } from './answering.ts';
import { type Caller, type Claims, callerOf, type Sight } from './caller.ts';
import { caseKeysIn } from './case-keys.ts';
import { findCase, findParcel } from './find-record.ts';
import { operations } from './operations.ts';
import { type ApiReply, comparedReply, jsonReply, problemReply, refusedReply } from './problem.ts';
import { readInput } from './read-input.ts';
import { refusalOf } from './refusal.ts';
import { operationAt } from './route.ts';

export interface ApiRequest {
  /** Method and path as routed: `GET /cases/{key}`. */
  readonly route: string;
  /** The path as it crossed the wire. */
  readonly address?: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Idempotency key of a header. */
  readonly key?: string | undefined;
  /** ETags of answers that the caller still has. */
  readonly known?: string | undefined;
  /** Of the verified token; undefined where there was none. */
  readonly claims?: Claims | undefined;
}

export interface ApiAnswer {
  readonly reply: ApiReply;
  /** Only of a case that the caller may see. */
  readonly caseKey?: string;
  /** Only of a parcel that the caller may see. */
  readonly trackingNumber?: string;
}

/** What is needed to know who asks, and for what. */
export interface ServeNeeds {
  readonly merchant: Pick<Merchant, 'teams'>;
  readonly cases: Pick<CaseTable, 'readSnapshot'>;
  readonly parcels: Pick<ParcelTable, 'readSnapshot'>;
}

/** Answers what some operations are asked. Whoever may not see a case hears the same as of one that does not exist. */
export function servingOf<Answers extends Readonly<Record<string, Answering>>>(answers: Answers) {
  const byName = new Map(Object.entries(answers));
  return async (needs: NeedsOf<Answers> & ServeNeeds, request: ApiRequest): Promise<ApiAnswer> => {
    const { claims } = request;
    return claims
      ? await answerFrom(byName, needs, { request, caller: callerOf(claims, needs.merchant) })
      : { reply: problemReply('noToken') };
  };
}

async function answerFrom(
  byName: ReadonlyMap<string, Answering>,
  needs: ServeNeeds,
  asking: Asking,
): Promise<ApiAnswer> {
  const name = operationAt(asking.request.route);
  const found = name && byName.get(name);
  const refusal = refusalOf(asking.caller, found && name, asking.request.address);
  if (refusal || !found) {
    return { reply: refusal ?? problemReply('unknownRoute') };
  }
  switch (operations[name].about) {
    case 'case':
      return await answerOfCase(found, needs, asking);
    case 'parcel':
      return await answerOfParcel(found, needs, asking);
    default:
      return await answerTo(found, needs, asking);
  }
}

interface Asking {
  readonly request: ApiRequest;
  readonly caller: Caller;
}

async function answerOfCase(found: Answering, needs: ServeNeeds, asking: Asking): Promise<ApiAnswer> {
  const keys = caseKeysIn(asking.request.path.key ?? '');
  if (keys.length === 0) {
    return { reply: problemReply('wrongKey') };
  }
  const record = await findCase(needs.cases, keys, asking.caller.sight);
  if (!record) {
    return { reply: problemReply('unknownCase') };
  }
  return { ...(await answerTo(found, needs, asking, { record })), caseKey: record.snapshot.key };
}

async function answerOfParcel(found: Answering, needs: ServeNeeds, asking: Asking): Promise<ApiAnswer> {
  const parcel = await findParcel(needs.parcels, asking.request.path.number ?? '', asking.caller.sight);
  if (!parcel) {
    return { reply: problemReply('unknownParcel') };
  }
  return { ...(await answerTo(found, needs, asking, { parcel })), trackingNumber: parcel.snapshot.number };
}

async function answerTo(
  { contract, answer }: Answering,
  needs: ServeNeeds,
  { request, caller }: Asking,
  about: { readonly record?: StoredCase; readonly parcel?: StoredParcel } = {},
): Promise<ApiAnswer> {
  const input = readInput(contract, request);
  if ('refusal' in input) {
    return { reply: input.refusal };
  }
  const ask = answer as (needs: ServeNeeds, asked: object) => Promise<Outcome>;
  const outcome = await ask(needs, { caller, path: request.path, ...input, ...keyIn(request), ...about });
  if ('problem' in outcome) {
    return { reply: problemReply(outcome.problem) };
  }
  if ('refusal' in outcome) {
    return { reply: refusedReply(outcome.refusal) };
  }
  const reply = jsonReply(outcome.reply, contract.status);
  return {
    reply: contract.polled
      ? comparedReply(reply, etagOf(caller.sight, outcome.tag ?? reply.body), request.known)
      : reply,
  };
}

/** Two callers who see different shops have different tags for one text. */
function etagOf(sight: Sight, text: string): string {
  return `"${createHash('sha256').update(JSON.stringify(sight)).update(text).digest('base64url').slice(0, 27)}"`;
}

/** An empty one is none. */
function keyIn({ key }: ApiRequest): { readonly key?: string } {
  return key ? { key } : {};
}
