import { CallFailedError } from '#shared/http/call-failed-error.ts';
import { type CallOptions, guardedPost, type Post, type PostAnswer } from '#shared/http/guarded-post.ts';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { CallResult, OrderCall, WarehouseConnector } from '../connector.ts';
import { orderCancel } from './order-cancel.ts';
import { orderOf, orderTypeOf } from './order-of.ts';
import { type DoneWhen, readAnswer } from './read-answer.ts';
import { returnOrderCreate } from './return-order-create.ts';
import { signedUrl } from './signed-url.ts';

const timeoutMs = 8_000;
const mostBytes = 64 * 1024;

/**
 * A WMS that speaks Qimen, through its cloud or directly: `returnorder.create` and `order.cancel` (platforms-cn.md, 4). There is no call to
 * change an order: another number is another order. Not tried against a real WMS.
 */
export function createQimenConnector({ allowLoopback, post = guardedPost }: CallOptions): WarehouseConnector {
  const send = createSend(post, allowLoopback);
  return {
    connector: 'qimen',
    async create(call) {
      const { qimen } = call.warehouse;
      if (!qimen) {
        return incomplete(['qimen']);
      }
      const made = orderOf(call, qimen);
      return made.kind === 'order'
        ? await send(call, {
            qimen,
            api: 'returnorder.create',
            body: returnOrderCreate(made.order),
            doneWhen: 'exists',
          })
        : incomplete(made.missing);
    },
    async cancel(call) {
      const { orderCode, orderId, warehouse } = call;
      const { ownerCode, qimen } = warehouse;
      if (!qimen) {
        return incomplete(['qimen']);
      }
      const { warehouseCode } = qimen;
      const orderType = orderTypeOf(call);
      const body = orderCancel({ warehouseCode, ownerCode, orderCode, orderId, orderType, cancelReason });
      return await send(call, { qimen, api: 'order.cancel', body, doneWhen: 'absent' });
    },
  };
}

const cancelReason = '退货已取消或改寄';

function incomplete(missing: readonly string[]): CallResult {
  return { kind: 'refused', reason: `not called: ${missing.join(', ')} missing` };
}

interface Message {
  readonly qimen: NonNullable<Warehouse['qimen']>;
  readonly api: string;
  readonly body: string;
  readonly doneWhen: DoneWhen;
}

type Send = (call: OrderCall, message: Message) => Promise<CallResult>;

function createSend(post: Post, allowLoopback: boolean): Send {
  return async (call, { qimen, api, body, doneWhen }) => {
    const { secret, now } = call;
    const url = signedUrl({ qimen, api, body, secret, now });
    const headers = { 'content-type': 'text/xml;charset=utf-8' };
    const answer = await answerOf(post({ url, headers, body, timeoutMs, mostBytes, allowLoopback }));
    return 'failure' in answer
      ? { kind: 'unknown', reason: `no answer: ${answer.failure}` }
      : readAnswer(answer, call, doneWhen);
  };
}

async function answerOf(posted: Promise<PostAnswer>): Promise<PostAnswer | { readonly failure: string }> {
  try {
    return await posted;
  } catch (error) {
    if (error instanceof CallFailedError) {
      return { failure: error.reason };
    }
    throw error;
  }
}
