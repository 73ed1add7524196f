import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { goodOf, type Item, type Money, priceOf, yuan } from './goods.ts';
import type { StandardSender } from './standard-sender.ts';

/** A case of the own store. */
export interface OwnCase {
  readonly caseId: string;
  readonly key: string;
}

export interface Wish {
  readonly items: readonly Item[];
  /** When the buyer asked. */
  readonly at: Date;
  readonly more?: Record<string, unknown>;
}

export interface Payment {
  readonly amount: Money;
  /** Goods where not given. */
  readonly kind?: 'goods-refund' | 'freight-refund' | 'return-freight' | 'compensation';
  readonly by?: 'merchant' | 'platform';
  readonly reason?: string;
}

type More = Record<string, unknown>;

/** A shop system of the merchant's own, which tells of everything by Standard Webhooks. @throws where one is not taken. */
export interface OwnStore {
  /** A buyer asks to send something back. */
  request(own: OwnCase, wish: Wish): Promise<void>;
  /** For the eastern warehouse, unless `more` says otherwise. */
  approve(own: OwnCase, at: Date, more?: More): Promise<void>;
  decline(own: OwnCase, at: Date, reason: string): Promise<void>;
  /** The buyer names the number under which the goods come back. */
  ship(own: OwnCase, trackingNumber: string, at: Date, replaces?: string): Promise<void>;
  /** Requested, approved for the eastern warehouse and shipped, a minute apart. */
  openShipped(own: OwnCase, trackingNumber: string, wish: Wish): Promise<void>;
  pay(own: OwnCase, payment: Payment, at: Date): Promise<void>;
  /** The money did not arrive. */
  failToPay(own: OwnCase, payment: Payment, at: Date): Promise<void>;
  /** All that the items cost. */
  refund(own: OwnCase, items: readonly Item[], at: Date): Promise<void>;
  /** Any other thing that it may say of a case. */
  tell(own: OwnCase, type: string, at: Date, more?: More): Promise<void>;
}

const channel = 'own-store';

export function ownCaseOf(caseId: string): OwnCase {
  return { caseId, key: caseKeyOf({ source: 'standard', shop: 'main', caseId }) };
}

export function createOwnStore(sender: Pick<StandardSender, 'tell'>): OwnStore {
  const tell: OwnStore['tell'] = async ({ caseId }, type, at, more = {}) =>
    await sender.tell(channel, type, { caseId, ...more }, { at });
  const moved = (own: OwnCase, { amount, kind = 'goods-refund', by = 'merchant', reason }: Payment, at: Date) => ({
    refundId: `RF-${own.caseId.slice(4)}-${kind}`,
    kind,
    amount,
    at: at.toISOString(),
    by,
    ...(reason && { reason }),
  });

  const store: OwnStore = {
    tell,
    request: async (own, { items, at, more = {} }) =>
      await tell(own, 'return.requested', at, { ...requestOf(own, items), ...more }),
    approve: async (own, at, more = {}) =>
      await tell(own, 'return.decided', at, { decision: 'approved', by: 'merchant', warehouseId: 'east', ...more }),
    decline: async (own, at, reason) =>
      await tell(own, 'return.decided', at, { decision: 'declined', by: 'merchant', reason }),
    ship: async (own, trackingNumber, at, replaces) => {
      const parcel = { carrier: 'SF Express', trackingNumber, shippedAt: at.toISOString() };
      await tell(own, 'return.shipped', at, { ...parcel, ...(replaces && { replaces }) });
    },
    openShipped: async (own, trackingNumber, wish) => {
      await store.request(own, wish);
      await store.approve(own, new Date(wish.at.getTime() + 60_000));
      await store.ship(own, trackingNumber, new Date(wish.at.getTime() + 120_000));
    },
    pay: async (own, payment, at) => await tell(own, 'refund.completed', at, moved(own, payment, at)),
    failToPay: async (own, payment, at) => await tell(own, 'refund.failed', at, moved(own, payment, at)),
    refund: async (own, items, at) => await store.pay(own, { amount: priceOf(items) }, at),
  };
  return store;
}

function requestOf({ caseId }: OwnCase, items: readonly Item[]): More {
  const name = caseId.slice(4);
  return {
    orderId: `SO-${name}`,
    kind: 'return',
    reason: { code: 'size', text: 'Too small, I would like my money back' },
    lines: items.map((item, index) => {
      const { title, priceFen } = goodOf(item.sku);
      return { lineId: String(index + 1), ...item, unitPrice: yuan(priceFen), title };
    }),
    refund: priceOf(items),
    paid: priceOf(items),
    orderState: 'delivered',
    buyer: { ref: `buyer-${name}`, language: 'zh-CN', phoneTail: '0000' },
  };
}
