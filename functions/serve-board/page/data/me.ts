import type { Answered } from '#shared/api/client.ts';

/** Who is signed in, and what they may see and ask for. */
export type Me = NonNullable<Extract<Answered<'showMe'>, { readonly ok: true }>['body']>;
