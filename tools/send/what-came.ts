import { setTimeout as sleep } from 'node:timers/promises';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import { takeDelivery } from '#shared/recording/taken.ts';
import { observerOf } from '#shared/sources/observers.ts';
import type { Saying } from '#shared/sources/source.ts';
import type { Store } from '#shared/store/open-store.ts';
import type { Log } from '../run/progress.ts';
import { nowAndThen } from '../run/waiting.ts';

/** What was recorded of a delivery, and what it speaks of. */
export interface CameOf {
  readonly outcome: DeliveryOutcome;
  /** `case <key>`, `parcel <number>`, or how a case was named. */
  readonly subjects: readonly string[];
}

/** Waits for the recorder, however long it takes, and says now and then that it waits. */
export async function whatCameOf(
  ref: DeliveryRef,
  { store, merchant, log }: { readonly store: Store; readonly merchant: Merchant; readonly log: Log },
): Promise<CameOf> {
  const say = nowAndThen(log);
  for (;;) {
    const outcome = await store.deliveries.outcomeOf(ref);
    if (outcome) {
      return { outcome, subjects: await subjectsOf(ref, store, merchant) };
    }
    say('waiting until it is recorded');
    await sleep(200);
  }
}

async function subjectsOf(ref: DeliveryRef, store: Store, merchant: Merchant): Promise<string[]> {
  const delivery = await store.deliveries.read(ref);
  const observed = delivery && takeDelivery({ merchant, observerOf }, delivery).observed;
  return observed?.kind === 'sayings' ? [...new Set(observed.sayings.map(subjectOf))] : [];
}

function subjectOf(saying: Saying): string {
  if (saying.about === 'parcel') {
    return `parcel ${saying.number}`;
  }
  return 'caseKey' in saying.ref ? `case ${saying.ref.caseKey}` : `the case that is called ${saying.ref.alias.value}`;
}

const meanings: Readonly<Record<DeliveryOutcome['outcome'], string>> = {
  applied: 'it counts',
  'in-part': 'what could be read counts; what could not is named',
  unmatched: 'there is no case of that name yet: it is held, and counts once the case comes',
  'notify-only': 'it only hints: the store is read now, and what it says there counts',
  several: 'it held several messages, each of which is recorded by itself',
  ignored: 'it is understood, and there is nothing in it to record',
  'not-understood': 'it is kept and counts for nothing until the sender or the source is mended',
};

/** For a person, line by line. */
export function cameLines({ outcome: { outcome, reason }, subjects }: CameOf): string[] {
  return [
    `recorded   ${outcome}: ${meanings[outcome]}`,
    ...(reason ? [`because    ${reason}`] : []),
    ...(subjects.length > 0 ? [`about      ${subjects.join(', ')}`] : []),
  ];
}
