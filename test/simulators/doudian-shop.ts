import { type Random, randomFrom } from '../memory/random.ts';
import type { SimulatedClock } from './clock.ts';
import { type DoudianApi, startDoudianApi } from './doudian-api.ts';
import { type DoudianCase, type DoudianLine, type DoudianTruth, doudianTypes, truthOf } from './doudian-case.ts';
import { checkMessage, type DoudianTag, messageOf } from './doudian-message.ts';
import { createDoudianPushes, type DoudianChaos, type DoudianPushes } from './doudian-pushes.ts';
import type { PushCounts } from './pusher.ts';
import type { Habits } from './rests.ts';

export interface DoudianShopOptions extends Habits {
  readonly clock: SimulatedClock;
  readonly webhooksUrl: string;
  readonly channel: string;
  readonly appKey: string;
  readonly appSecret: string;
  /** By shop: the ids that the app is authorised for. */
  readonly accessTokens: Readonly<Record<string, string>>;
  /** Of the API; 0: any that is free. */
  readonly port: number;
  readonly random?: Random;
  /** Of each shop; no limit where not given. */
  readonly callsPerSecond?: number;
}

/** What a buyer asks for. */
export interface DoudianRequest {
  readonly shop: string;
  /** Return and refund where not given. */
  readonly type?: keyof typeof doudianTypes;
  readonly lines: readonly DoudianLine[];
  /** As the buyer chose it from the platform's list. */
  readonly reason?: string;
  /** What the buyer wants back; all that the lines cost where not given. */
  readonly amountFen?: number;
  /** The parcels in which the order went out. */
  readonly sentOut?: readonly DoudianParcel[];
  /** The buyer has not got the goods. */
  readonly isStillOut?: true;
}

export interface DoudianParcel {
  readonly trackingNumber: string;
  readonly companyCode: string;
  readonly companyName: string;
}

/** Each changes the case at once; the push that tells of it follows by itself. What the case's status does not allow throws. */
export interface DoudianActions {
  /** A buyer asks. @returns the case's id, a number beyond 2^53. */
  open(request: DoudianRequest): string;
  /** The merchant agrees: to a return, to this address of theirs; to a refund, which is then on its way. */
  agree(id: string, returnAddressId?: string): void;
  /** The buyer fills in the parcel. */
  ship(id: string, parcel: DoudianParcel): void;
  /** The buyer fills in another one. @param tag - What Doudian pushes for it. */
  changeTracking(id: string, parcel: DoudianParcel, tag?: 203 | 208): void;
  /** The buyer asks for something else; a refused case is open again. */
  modify(id: string, to: { readonly amountFen?: number; readonly reason?: string }): void;
  withdraw(id: string): void;
  refund(id: string, amountFen?: number): void;
  /** The platform pays by a rule of its own, wherever the goods are. @param rule - Of `auto_audit_bits`: while they travel where not given. */
  refundByPlatform(id: string, rule?: number): void;
  /** Before the goods came, or after. */
  refuse(id: string): void;
  moveDeadline(id: string, atMs: number): void;
  dispute(id: string): void;
  settleDispute(id: string, winner: 'buyer' | 'merchant'): void;
}

export interface DoudianShop
  extends DoudianActions,
    Pick<DoudianApi, 'port' | 'downFor' | 'lag' | 'answersOf' | 'listingsOf'>,
    Pick<DoudianPushes, 'silence' | 'unheard'> {
  readonly counts: { readonly api: DoudianApi['counts']; readonly pushes: PushCounts };
  /** The same actions, as if they had been done at that time (milliseconds); of one case each later than the one before. */
  asOf(ms: number): DoudianActions;
  /** What the console sends when the URL is entered. */
  checkEndpoint(): void;
  setChaos(chaos: DoudianChaos): void;
  truth(id: string): DoudianTruth;
  caseIds(): readonly string[];
  /** When the shop first showed that number, in milliseconds of the simulated clock. */
  numberKnownAt(trackingNumber: string): number | undefined;
  /** Waits for the pushes under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const daySeconds = 86_400;
/** Until when somebody must act on a case at that status. */
const allowedSeconds: Readonly<Record<number, number>> = { 6: 2 * daySeconds, 7: 7 * daySeconds, 11: 10 * daySeconds };
/** Of the merchant's warehouse in the demo's configuration. */
const demoAddressId = '880001';
const anyStatus = [6, 7, 11, 12, 27, 28, 29];

/** Shops of one Doudian app: keeps their cases, answers at their API, and pushes hints, none of which says what a case holds. */
export async function startDoudianShop(options: DoudianShopOptions): Promise<DoudianShop> {
  const { clock, accessTokens, random = randomFrom(1) } = options;
  const cases = new Map<string, DoudianCase[]>();
  const knownAt = new Map<string, number>();
  let nextId = BigInt(Date.now()) * 1_000_000n + 5_000_000_000_000_000_000n;
  let messages = 0;

  const api = await startDoudianApi({ ...options, cases });
  const url = `${options.webhooksUrl}/doudian/${options.channel}`;
  const pushes = createDoudianPushes({ ...options, random, url });

  const versionsOf = (id: string): DoudianCase[] => {
    const versions = cases.get(id);
    if (!versions) {
      throw new Error(`the simulated shops have no case ${id}`);
    }
    return versions;
  };
  const push = (tag: DoudianTag, state: DoudianCase) => {
    messages += 1;
    const messageId = `${state.id}:${tag}:${state.updatedAt}:${String(messages).padStart(4, '0')}`;
    pushes.push(messageOf(tag, state, messageId), state.id);
  };

  const latest = (id: string) => versionsOf(id).at(-1) as DoudianCase;

  function actionsAt(now: () => number): DoudianActions {
    const seconds = () => Math.floor(now() / 1000);
    function change(
      id: string,
      tag: DoudianTag,
      from: readonly number[],
      to: (state: DoudianCase) => Partial<DoudianCase>,
    ) {
      const versions = versionsOf(id);
      const before = versions.at(-1) as DoudianCase;
      if (!from.includes(before.status)) {
        throw new Error(`case ${id} is at ${before.status}: Doudian would not do this now (tag ${tag})`);
      }
      // Two changes never share a second, so that what is newer can be told by `update_time`.
      const updatedAt = Math.max(seconds(), before.updatedAt + 1);
      const changed = to(before);
      const deadlineAt = changed.status ? deadlineOf(changed.status, updatedAt) : before.deadlineAt;
      const after = { ...before, deadlineAt, ...changed, updatedAt };
      versions.push(after);
      push(tag, after);
    }

    const fillIn = (id: string, parcel: DoudianParcel, tag: 203 | 208, from: number) => {
      change(id, tag, [from], () => ({ status: 11, returned: { ...parcel, filledInAt: seconds() } }));
      knownAt.set(parcel.trackingNumber, knownAt.get(parcel.trackingNumber) ?? now());
    };

    return {
      open(request) {
        if (!(request.shop in accessTokens)) {
          throw new Error(`the simulated app is not authorised for shop ${request.shop}`);
        }
        nextId += 2n;
        const state = newCase(request, String(nextId), String(nextId + 1n), seconds());
        cases.set(state.id, [state]);
        push(200, state);
        return state.id;
      },
      agree(id, returnAddressId = demoAddressId) {
        if (isRefundOnly(latest(id))) {
          change(id, 201, [6], () => ({ status: 12, refundStatus: 2 }));
        } else {
          change(id, 202, [6], () => ({ status: 7, returnAddressId }));
        }
      },
      ship: (id, parcel) => fillIn(id, parcel, 203, 7),
      changeTracking: (id, parcel, tag = 203) => fillIn(id, parcel, tag, 11),
      modify: (id, { amountFen, reason }) =>
        change(id, 208, [6, 27, 29], (state) => ({
          status: 6,
          askedFen: amountFen ?? state.askedFen,
          reason: reason ?? state.reason,
        })),
      withdraw: (id) => change(id, 207, [6, 7, 11, 27, 29], () => ({ status: 28 })),
      refund: (id, amountFen) => change(id, 206, [6, 7, 11, 12], (state) => refunded(state, seconds(), amountFen)),
      refundByPlatform: (id, rule = 4) =>
        change(id, 206, [6, 7, 11], (state) => ({ ...refunded(state, seconds()), agreedBy: [rule] })),
      refuse(id) {
        const state = latest(id);
        const tag = state.status === 11 || isRefundOnly(state) ? 204 : 205;
        change(id, tag, [6, 11], ({ status }) => ({ status: status === 11 ? 29 : 27 }));
      },
      moveDeadline: (id, atMs) => change(id, 209, [6, 7, 11], () => ({ deadlineAt: Math.floor(atMs / 1000) })),
      dispute: (id) => change(id, 212, anyStatus, () => ({ dispute: { openedAt: seconds() } })),
      settleDispute: (id, winner) =>
        change(id, 216, anyStatus, ({ dispute }) => ({
          dispute: { openedAt: dispute?.openedAt ?? seconds(), settledAt: seconds(), winner },
        })),
    };
  }

  return {
    port: api.port,
    counts: { api: api.counts, pushes: pushes.counts },
    downFor: api.downFor,
    lag: api.lag,
    answersOf: api.answersOf,
    listingsOf: api.listingsOf,
    silence: pushes.silence,
    unheard: pushes.unheard,
    ...actionsAt(clock.now),
    asOf: (ms) => actionsAt(() => ms),
    checkEndpoint: () => pushes.push(checkMessage(Math.floor(clock.now() / 1000))),
    setChaos: pushes.setChaos,
    truth: (id) => truthOf(versionsOf(id)),
    caseIds: () => [...cases.keys()],
    numberKnownAt: (trackingNumber) => knownAt.get(trackingNumber),
    settled: pushes.settled,
    close: api.close,
  };
}

function isRefundOnly({ type }: DoudianCase): boolean {
  return type === doudianTypes.refundAfterShipping || type === doudianTypes.refundBeforeShipping;
}

function refunded({ askedFen }: DoudianCase, refundedAt: number, amountFen = askedFen): Partial<DoudianCase> {
  return { status: 12, refundStatus: 3, refundedFen: amountFen, refundedAt };
}

function newCase(request: DoudianRequest, id: string, orderId: string, at: number): DoudianCase {
  const { shop, type = 'return', lines, reason = '7天无理由退货', amountFen, sentOut, isStillOut } = request;
  return {
    id,
    shop,
    orderId,
    type: doudianTypes[type],
    status: 6,
    lines,
    reason,
    reasonCode: 15,
    appliedAt: at,
    updatedAt: at,
    deadlineAt: deadlineOf(6, at),
    askedFen: amountFen ?? lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0),
    refundedFen: 0,
    refundStatus: 1,
    ...(sentOut && { sentOut }),
    ...(isStillOut && { isStillOut }),
  };
}

function deadlineOf(status: number, at: number): number {
  const seconds = allowedSeconds[status];
  return seconds === undefined ? 0 : at + seconds;
}
