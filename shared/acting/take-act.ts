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
  /** Idempotency key, where a header named one; it goes before that of the body. */
  readonly key?: string | undefined;
}

/** Recorded under this number, now or when it was asked for before; or why not. */
export type ActAnswer = { readonly n: number } | { readonly refusal: Refusal };

/** Takes a person's act, as of now by our clock, in the name of whom the token names. */
export async function takeAct(acting: Acting, request: ActRequest): Promise<ActAnswer> {
  const { record, caller } = request;
  const { ifAct, key: own, ...input } = request.asked;
  const key = request.key ?? own;
  if (!key) {
    return { refusal: noKey };
  }
  const at = acting.now();
  const whole = await apartFromText(acting, request, { input, at, key });
  if ('refusal' in whole) {
    return whole;
  }
  const act = { ...whole.held, by: { person: caller.person, groups: caller.groups }, at };
  const recorded = await recordAct(acting, { kind: 'act', record, act, ifAct, key });
  return recorded.outcome === 'acted' ? { n: recorded.n } : { refusal: recorded.refusal };
}

const noKey: Refusal = {
  code: 'no-key',
  because: 'form',
  text: {
    'zh-CN': '请带上幂等键：请求头 idempotency-key，或正文中的 key；重试时保持不变',
    en: 'send an idempotency key: header idempotency-key, or key in the body; the same when you try again',
  },
};

type Fields = Readonly<Record<string, unknown>>;

interface Asked {
  readonly input: Fields;
  readonly at: Instant;
  readonly key: string;
}

/** Keeps what a note says apart from the act. */
async function apartFromText(
  acting: Acting,
  { record, caller }: ActRequest,
  { input, at, key }: Asked,
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
