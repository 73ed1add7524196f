import type { CaseFact } from '#shared/returns/case/fact.ts';
import type { Wording } from '#shared/words/wording.ts';

type Tracking = Extract<CaseFact, { readonly fact: 'tracking' }>;

/**
 * What a statement of tracking numbers changes, and keeps it in `standing` (who named each number that stands).
 * @returns undefined where it only repeats what stood.
 */
export function trackingText(fact: Tracking, standing: Map<string, Set<string>>, wording: Wording): string | undefined {
  const { list, say } = wording;
  const added = fact.numbers.filter(({ number }) => !standing.has(number));
  const gone = [...standing.keys()].filter((number) => isTakenAway(number, fact, standing));
  for (const number of gone) {
    standing.delete(number);
  }
  for (const { number } of fact.numbers) {
    standing.set(number, new Set(standing.get(number)).add(fact.origin));
  }
  const news = added.map(({ number, carrier }) => (carrier ? `${number} (${carrier})` : number)).join(say('、', ', '));
  const olds = gone.join(say('、', ', '));
  const sentAt = added.length > 0 && fact.shippedAt ? wording.time(fact.shippedAt) : undefined;
  const shipped = sentAt && say(`${sentAt} 寄出`, `sent at ${sentAt}`);
  if (news && olds) {
    return list(
      say(`退货运单号改为 ${news}，取代 ${olds}`, `Tracking number now ${news}, in place of ${olds}`),
      shipped,
    );
  }
  if (news) {
    return list(say(`退货运单号：${news}`, `Goods come back under tracking number ${news}`), shipped);
  }
  return olds ? say(`退货运单号 ${olds} 作废`, `Tracking number ${olds} no longer counts`) : undefined;
}

function isTakenAway(number: string, fact: Tracking, standing: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (fact.numbers.some((each) => each.number === number)) {
    return false;
  }
  const isLeftOut = fact.whole === true && standing.get(number)?.has(fact.origin) === true;
  return isLeftOut || (fact.replaces ?? []).includes(number);
}
