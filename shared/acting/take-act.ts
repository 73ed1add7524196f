import type { RecordName } from '#shared/messages/record-name.ts';
import { recordAct } from '#shared/recording/record-act.ts';
import { acts } from '#shared/returns/acts/acts.ts';
import type { Refusal } from '#shared/returns/acts/refusal.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { AskedAct } from './act-body.ts';
import type { Acting, Caller } from './acting.ts';
import { keepNote } from './keep-note.ts';

export interface ActRequest {
  readonly caller: Caller;
  /** Which the caller may see: that is for whoever routes to say. */
  readonly record: RecordName;
  readonly asked: AskedAct;
  /** Idempotency key: the same act asked for again has the same. */
  readonly key: string;
}

/** Recorded under this number, now or when it was asked for before; or why not. */
export type ActAnswer = { readonly n: number } | { readonly refusal: Refusal };

/** Takes a person's act, as of now by our clock, in the name of whom the token names. */
export async function takeAct(acting: Acting, request: ActRequest): Promise<ActAnswer> {
  const { record, caller, key } = request;
  const { ifAct, key: _key, ...input } = request.asked;
  const at = acting.now();
  const whole = await apartFromText(acting, request, input, at);
  if ('refusal' in whole) {
    return whole;
  }
  const act = { ...whole.held, by: { person: caller.person, groups: caller.groups }, at };
  const recorded = await recordAct(acting, { kind: 'act', record, act, ifAct, key });
  return recorded.outcome === 'acted' ? { n: recorded.n } : { refusal: recorded.refusal };
}

type Fields = Readonly<Record<string, unknown>>;

/** Keeps what a note says apart from the act. */
async function apartFromText(
  acting: Acting,
  { record, caller, key }: ActRequest,
  input: Fields,
  at: Instant,
): Promise<{ readonly held: Fields } | { readonly refusal: Refusal }> {
  if (input.act !== 'note') {
    return { held: input };
  }
  const { text, ...rest } = input;
  const early = acts.note.refusal({ ...rest, at } as never, {}, { teams: {}, timeZone: acting.merchant.timeZone });
  if (early) {
    return { refusal: early };
  }
  const kept = await keepNote(acting, record, { text: String(text), at, person: caller.person, key });
  return 'refusal' in kept ? kept : { held: { ...rest, ...kept } };
}
