import { attentionViews } from '#shared/lists/attention-view.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { namesOf } from '#shared/returns/attention/short-person.ts';
import { answering } from '../answering.ts';
import { listAttention as contract } from '../contract/list-attention.ts';
import { entriesSeen, type ListNeeds } from '../entries-seen.ts';
import { timeOutWords } from '../time-out-words.ts';

export const listAttention = answering(contract, async (needs: ListNeeds, { caller, query }) => {
  const { view, group, limit, from } = query;
  const { timeZone } = needs.merchant;
  const now = needs.now();
  const { entries } = await entriesSeen(needs, caller);
  const { person, teams } = caller;
  const viewer = person === undefined ? undefined : { names: namesOf(person), teams };
  const { items, groups } = attentionOf(entries, { now, timeZone, viewer, view, group });
  const shown = { items: items.slice(from, from + limit), groups };
  return { reply: { total: items.length, ...attentionViews(shown, { now, timeZone, timeOutWords }) } };
});
