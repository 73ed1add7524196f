import * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';
import type { CallOptions } from '#shared/http/guarded-post.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { isoTime } from '../iso-time.ts';
import { faultsOf } from '../observed.ts';
import type { ListAnswer, ListQuestion, StoreChange } from '../store-client.ts';
import { askAdmin } from './admin-api.ts';
import { numberOf } from './global-id.ts';

/**
 * Returns of the orders that changed: returns are listed by their order only (`Order.returns`), and by no time of their own.
 * The newest twenty of an order are looked at. Costs 577 of the 1000 points that one query may (a connection counts 2 and each of its places 1).
 */
const changedOrdersQuery = `query ChangedOrders($filter: String!, $after: String) {
  orders(first: 25, after: $after, query: $filter, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      updatedAt
      returns(first: 20, reverse: true) { nodes { id createdAt closedAt } }
    }
  }
}`;

const changedReturn = z.object({
  id: z.string().transform((id, context) => {
    const caseId = numberOf(id, 'Return');
    if (caseId === undefined) {
      context.addIssue('is no return');
    }
    return caseId ?? z.NEVER;
  }),
  createdAt: isoTime,
  closedAt: isoTime.nullish(),
});

const changedOrder = z.object({ updatedAt: isoTime, returns: z.object({ nodes: z.array(changedReturn) }) });

const pageShape = z.object({
  orders: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(changedOrder),
  }),
});

/**
 * One page of returns whose order changed within the window, oldest change first (platforms-global.md, 2.1 (d)). An order changes for
 * other reasons, too; so a webhook is due only for what a return itself tells: that it was made, and that it was closed.
 * Without the scope `read_all_orders`, Shopify shows orders of the last 60 days only.
 * @throws as {@link askAdmin}, and when the answer is not what the API documents.
 */
export async function listChangedReturns(
  options: CallOptions,
  { from, to, page, ...shop }: ListQuestion,
): Promise<ListAnswer> {
  const filter = `updated_at:>='${toSecond(from, Math.floor)}' AND updated_at:<'${toSecond(to, Math.ceil)}'`;
  const variables = { filter, after: page ?? null };
  const answer = await askAdmin(options, { ...shop, query: changedOrdersQuery, variables });
  if (answer.kind === 'busy') {
    return answer;
  }
  const read = pageShape.safeParse(answer.data);
  if (!read.success) {
    const what = `shop ${shop.shop} listed its orders in another form (${faultsOf(read.error)})`;
    throw new Fault('answer-not-understood', what, { advice: 'check api.version of its channel' });
  }
  const { pageInfo, nodes } = read.data.orders;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  // Most orders have no return, so a page may be empty and still have come far.
  const reached = nodes.at(-1)?.updatedAt;
  return {
    kind: 'page',
    changes: nodes.flatMap(changesOf),
    restMs: answer.restMs,
    ...(reached && { reached }),
    ...(next && { next }),
  };
}

function changesOf({ updatedAt: at, returns }: z.output<typeof changedOrder>): StoreChange[] {
  return returns.nodes.map(({ id: caseId, createdAt, closedAt }) => {
    const hookAt = closedAt && closedAt > createdAt ? closedAt : createdAt;
    return { caseId, at, hookAt };
  });
}

/** Orders carry whole seconds. */
function toSecond(instant: Instant, round: (seconds: number) => number): string {
  return instantOf(round(millisOf(instant) / 1000) * 1000).replace('.000', '');
}
