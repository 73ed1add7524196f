import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { RouteFact } from '#shared/returns/carrier/facts.ts';
import { chineseCarrierOf } from '../chinese-carriers.ts';
import { faultsOf, notUnderstood, saying } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import type { Delivery, Observed, Observer } from '../source.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { readForm } from './form.ts';
import { type Moves, movesOf } from './moves.ts';
import { type Push, pushSchema } from './push.ts';

/** Kuaidi100: each push is the parcel's whole route. */
export const kuaidi100Observer: Observer = { source: 'kuaidi100', observe };

function observe({ body, receivedAt }: Delivery, _channel: Channel, merchant: Merchant): Observed {
  const param = readForm(body)?.get('param');
  if (param === undefined) {
    return notUnderstood('the body is no form with one param');
  }
  const parsed = parseBody(Buffer.from(param), JSON.parse);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason.replace('the body', 'param'));
  }
  const read = pushSchema.safeParse(parsed.value);
  return read.success ? observePush(read.data, receivedAt, merchant) : notUnderstood(faultsOf(read.error));
}

function observePush(push: Push, receivedAt: Delivery['receivedAt'], merchant: Merchant): Observed {
  const tracking = readTrackingNumber(push.lastResult.nu);
  if (tracking.kind !== 'number') {
    return notUnderstood('lastResult.nu: must be 4 to 40 letters, digits and hyphens');
  }
  const { moves, fault } = movesOf(push.lastResult);
  if (fault && !ends.has(push.status)) {
    return notUnderstood(fault);
  }
  return saying({ about: 'parcel', number: tracking.number, facts: [routeOf(push, moves, { receivedAt, merchant })] });
}

interface Around {
  readonly receivedAt: Delivery['receivedAt'];
  readonly merchant: Merchant;
}

function routeOf(push: Push, moves: Moves['moves'], { receivedAt, merchant }: Around): RouteFact {
  const { status, comNew, comOld, lastResult } = push;
  const carrier = carrierOf(comNew || lastResult.com, merchant);
  const wrong = comNew ? carrierOf(comOld || lastResult.com, merchant) : undefined;
  const corrects = wrong === carrier ? undefined : wrong;
  // What is handed over to another carrier is not given up.
  const end = status === 'abort' && corrects ? undefined : ends.get(status);
  return {
    fact: 'route',
    at: moves[0]?.at ?? receivedAt,
    moves,
    ...(carrier && { carrier }),
    ...(corrects && { corrects }),
    ...(end && { end }),
  };
}

const ends: ReadonlyMap<string, 'finished' | 'aborted'> = new Map([
  ['shutdown', 'finished'],
  ['abort', 'aborted'],
]);

const companyForm = /^[a-z0-9_-]{1,60}$/i;

/** Kuaidi100's correction goes before what was subscribed (platforms-cn.md, 16). */
function carrierOf(company: string | null | undefined, merchant: Merchant): string | undefined {
  return company && companyForm.test(company) ? chineseCarrierOf({ code: company }, merchant) : undefined;
}
