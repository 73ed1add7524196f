import * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { unixTime } from '../china-time.ts';
import { faultsOf } from '../observed.ts';
import type { ListAnswer, ListQuestion, StoreChange } from '../store-client.ts';
import { askDoudian } from './ask.ts';
import { digits } from './message.ts';
import { refusalError } from './refusal-error.ts';
import type { Doudian } from './signed-request.ts';

const size = 100;
/** The list's way to say that nothing is in it. */
const nothing = 'isv.parameter-invalid:11003';

const item = z.object({
  aftersale_info: z.object({
    aftersale_id: digits,
    update_time: z.union([z.number(), z.string()]).transform((value, context) => {
      const at = unixTime(value);
      if (!at) {
        context.addIssue('must be a Unix time');
      }
      return at ?? z.NEVER;
    }),
  }),
});
const pageShape = z.object({ items: z.array(item).nullish(), has_more: z.boolean().nullish() });

/** Where a page begins: cases changed from this second on, less so many pages of them. */
interface Place {
  readonly second: number;
  readonly page: number;
}

/**
 * One page of `/afterSale/List`, by the time of change. The next page begins at the second in which this one ends, not at a number of
 * rows: a case that changes meanwhile moves to the end of the list, and all rows after it up by one, past the edge of a counted page.
 * A page that is not in order says that the listing came no further than where it began.
 * @throws as {@link askDoudian}, and when the platform refuses or answers in another form.
 */
export async function listPage(doudian: Doudian, { from, to, page, ...shop }: ListQuestion): Promise<ListAnswer> {
  const place = placeOf(page) ?? { second: Math.floor(millisOf(from) / 1000), page: 0 };
  const params = {
    order_by: ['update_time asc'],
    page: place.page,
    size,
    update_start_time: place.second,
    update_end_time: Math.ceil(millisOf(to) / 1000),
  };
  const call = { ...shop, method: 'afterSale.List', params };
  const answer = await askDoudian(doudian, call);
  if (answer.kind === 'busy') {
    return answer;
  }
  if (answer.kind === 'refused') {
    if (answer.refusal.subCode === nothing) {
      return { kind: 'page', changes: [], restMs: 0 };
    }
    throw refusalError(answer.refusal, call);
  }
  return pageOf(answer.data, place, shop.shop);
}

function pageOf(data: unknown, place: Place, shop: string): ListAnswer {
  const read = pageShape.safeParse(data);
  if (!read.success) {
    const what = `shop ${shop} listed its cases in another form (${faultsOf(read.error)})`;
    throw new Fault('answer-not-understood', what, { advice: 'check api.version of its channel' });
  }
  const changes = (read.data.items ?? []).map(({ aftersale_info: { aftersale_id: caseId, update_time: at } }) => ({
    caseId,
    at,
  }));
  const isFull = changes.length >= size || (changes.length > 0 && read.data.has_more === true);
  return { kind: 'page', changes, restMs: 0, ...(isFull && beyond(changes, place)) };
}

/** Where the whole page is of one second, or not in order, there is no other way than to count. */
function beyond(changes: readonly StoreChange[], { second, page }: Place): { next: string; reached?: Instant } {
  const seconds = changes.map(({ at }) => Math.floor(millisOf(at) / 1000));
  const isInOrder = seconds.every((each, index) => each >= (seconds[index - 1] ?? second));
  const last = seconds.at(-1) ?? second;
  if (isInOrder && last > second) {
    return { next: `${last}.0` };
  }
  const next = `${second}.${page + 1}`;
  return isInOrder ? { next } : { next, reached: instantOf(second * 1000) };
}

function placeOf(token: string | undefined): Place | undefined {
  const [second, page] = (token ?? '').split('.').map(Number);
  return second && page !== undefined ? { second, page } : undefined;
}
