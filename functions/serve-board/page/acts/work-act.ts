import type { Instant } from '#shared/returns/record/instant.ts';
import type { Assignee, Deed, Flag, SnoozeReason } from '#shared/returns/work/part.ts';

/** What a person does to a record so that it is done by somebody, as the API takes it. */
export type WorkAct =
  | { readonly act: 'claim' | 'release' | 'accept' | 'wake' }
  | { readonly act: 'reassign' | 'hand-over'; readonly to: Assignee }
  | { readonly act: 'snooze'; readonly until: Instant; readonly reason: SnoozeReason }
  | { readonly act: 'note'; readonly text: string; readonly promisedUntil?: Instant }
  | { readonly act: 'flag'; readonly flag: Flag | 'none' }
  | { readonly act: 'handled-on-platform'; readonly did: Deed };
