import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { RouteFact } from '#shared/returns/carrier/facts.ts';
import { chineseCarrierOf } from '../chinese-carriers.ts';
import { inPart, isUnread, notUnderstood, saying } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { readInPart } from '../read-in-part.ts';
import type { Delivery, Observed, Observer, Unread } from '../source.ts';
import { readForm } from './form.ts';
import { type Moves, movesOf } from './moves.ts';
import { type Push, pushSchema } from './push.ts';

/** Kuaidi100: each push is the parcel's whole route. */
export const kuaidi100Observer: Observer = { source: 'kuaidi100', revision: 4, observe };

function observe({ body, receivedAt }: Delivery, _channel: Channel, merchant: Merchant): Observed {
  const param = readForm(body)?.get('param');
  if (param === undefined) {
    return notUnderstood('the body is no form with one param');
  }
  const parsed = parseBody(Buffer.from(param), JSON.parse);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason.replace('the body', 'param'));
  }
  const read = readInPart(pushSchema, parsed.value);
  return read.ok ? observePush(read.value, read.unread, { receivedAt, merchant }) : notUnderstood(read.reason);
}

interface Around {
  readonly receivedAt: Delivery['receivedAt'];
  readonly merchant: Merchant;
}

type Steps = Omit<Moves, 'unread'>;

function observePush(push: Push, broken: readonly Unread[], around: Around): Observed {
  const tracking = readTrackingNumber(push.lastResult.nu);
  if (tracking.kind !== 'number') {
    return notUnderstood('lastResult.nu: must be 4 to 40 letters, digits and hyphens');
  }
  const { unread: unreadRows, ...steps } = movesOf(push.lastResult, broken, around.receivedAt);
  const unread = [...broken, ...unreadRows, ...unknownStatus(push)];
  const said = saysNothing(push, steps, unread)
    ? notUnderstood('lastResult: neither a row nor an end of it can be read')
    : saying({
        about: 'parcel',
        number: tracking.number,
        facts: [{ ...routeOf(push, steps, unread, around), ...(tracking.seen && { seen: tracking.seen }) }],
      });
  return inPart(said, [...unread, ...otherNumber(push)]);
}

/** What is said of another number is no word on this one, and takes nothing from it. */
function otherNumber({ destResult }: Push): Unread[] {
  const isThere = typeof destResult === 'object' ? Object.keys(destResult ?? {}).length > 0 : Boolean(destResult);
  return isThere
    ? [{ path: 'destResult', expected: 'is the route under another number, which Backhaul does not read' }]
    : [];
}

/** What is all that there is and cannot be read would only take away what stood. */
function saysNothing({ status }: Push, { moves }: Steps, unread: readonly Unread[]): boolean {
  return moves.length === 0 && unread.length > 0 && !ends.has(status ?? '');
}

function routeOf(push: Push, steps: Steps, unread: readonly Unread[], { receivedAt, merchant }: Around): RouteFact {
  const { comNew, comOld, lastResult } = push;
  // Where another carrier is named that cannot be read, the one that it was asked with may be wrong.
  const isNewUnread = isUnread(unread, 'comNew');
  const carrier = isNewUnread ? undefined : carrierOf(comNew || lastResult.com, merchant);
  const wrong = comNew ? carrierOf(comOld || lastResult.com, merchant) : undefined;
  const corrects = wrong === carrier ? undefined : wrong;
  const end = endOf(push, isNewUnread);
  return {
    fact: 'route',
    at: steps.moves[0]?.at ?? receivedAt,
    ...steps,
    ...(carrier && { carrier }),
    ...(comNew && carrier && handedOverIn(push)),
    ...(corrects && { corrects }),
    ...(end && { end }),
  };
}

function handedOverIn({ status }: Push): Pick<RouteFact, 'handedOver' | 'gaveUp'> {
  return { handedOver: true, ...(status === 'abort' && { gaveUp: true }) };
}

/** What is handed over to another carrier is not given up. Whether it is another one than it was asked with the push need not say: the record knows. */
function endOf({ status, comNew }: Push, isNewUnread: boolean): RouteFact['end'] {
  return status === 'abort' && (comNew || isNewUnread) ? undefined : ends.get(status ?? '');
}

const ends: ReadonlyMap<string, 'finished' | 'aborted'> = new Map([
  ['shutdown', 'finished'],
  ['abort', 'aborted'],
]);

const others: readonly (string | null | undefined)[] = ['polling', 'updateall', '', null, undefined];

/** Without one that is known the push is a snapshot like any other. */
function unknownStatus({ status }: Push): Unread[] {
  const isKnown = ends.has(status ?? '') || others.includes(status);
  return isKnown ? [] : [{ path: 'status', expected: 'is none that Backhaul knows' }];
}

const companyForm = /^[a-z0-9_-]{1,60}$/i;

/** Kuaidi100's correction goes before what was subscribed (platforms-cn.md, 16). */
function carrierOf(company: string | null | undefined, merchant: Merchant): string | undefined {
  return company && companyForm.test(company) ? chineseCarrierOf({ code: company }, merchant) : undefined;
}
