import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { Told, ToldEntry } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import { heardIn, heardOf, standingEntries, type Telling } from '../record/tell.ts';
import type { PreAdvice } from './events.ts';
import {
  announcementIdOf,
  isAnnounced,
  isSettled,
  type PreAdviceContent,
  plannedPreAdvices,
  preAdviceKeyOf,
  preAdvicePrefix,
} from './pre-advice.ts';

/**
 * What each warehouse has to be told of the case's parcels: once per parcel, warehouse and content. A new number names those of the
 * same warehouse that it stands for; what no warehouse should expect any more, or what lacks a field, is withdrawn. Where the parcel
 * came, what was told stays; one that came unannounced is announced until its goods are counted.
 */
export function preAdviceTellings(snapshot: CaseSnapshot, told: Told, rules: CaseRules): Telling[] {
  const isKept = (content: PreAdviceContent) =>
    isSettled(snapshot, content) && Boolean(told[preAdviceKeyOf(content)]?.hash);
  const planned = plannedPreAdvices(snapshot, rules).filter(
    (plan) => isAnnounced(plan) && !plan.isOver && !isKept(plan.content),
  );
  const wanted = new Map(planned.map(({ content }) => [preAdviceKeyOf(content), content]));
  const standing = standingAdvices(told).filter((entry) => {
    const advice = adviceOf(entry);
    return !advice || !isSettled(snapshot, advice);
  });
  const gone = standing.filter((entry) => !wanted.has(entry.key));
  const replacedBy = new Map<string, (ToldEntry & { readonly key: string })[]>();
  for (const [key, content] of wanted) {
    const own = standing.filter((entry) => entry.key === key);
    const isNew = own.length === 0;
    const others = isNew
      ? gone.filter((entry) => isSameWarehouse(entry, content) && !isTaken(entry.key, replacedBy))
      : [];
    replacedBy.set(key, [...own, ...others]);
  }
  return [
    ...[...wanted].map(([key, content]) => announce(snapshot.key, key, content, replacedBy.get(key) ?? [])),
    ...gone.filter((entry) => !isTaken(entry.key, replacedBy)).flatMap((entry) => withdraw(entry.key, entry)),
  ];
}

/** Also those that only a newer fold would have taken back: nobody heard it say so. */
function standingAdvices(told: Told): (ToldEntry & { readonly key: string })[] {
  const stillHeard = standingEntries(heardIn(told), preAdvicePrefix);
  const takenBackInSilence = stillHeard.flatMap(({ key }) => {
    const entry = told[key];
    return entry?.hash === '' ? [{ key, ...entry }] : [];
  });
  return [...standingEntries(told, preAdvicePrefix), ...takenBackInSilence];
}

/** Keys that a new announcement stands for: they need no withdrawal of their own, and are no longer standing. */
export function replacedKeys(tellings: readonly Telling[], told: Told): string[] {
  const fresh = tellings.filter(
    (telling) => telling.type === 'Return Tracking Replaced' && told[telling.key]?.hash !== telling.hash,
  );
  const ids = new Set(
    fresh.flatMap((telling) => (telling.type === 'Return Tracking Replaced' ? replacesOf(telling) : [])),
  );
  const ownKeys = new Set(fresh.map((telling) => telling.key));
  return standingEntries(told, preAdvicePrefix)
    .filter((entry) => !ownKeys.has(entry.key) && ids.has(adviceOf(entry)?.announcementId ?? ''))
    .map((entry) => entry.key);
}

function replacesOf(telling: Extract<Telling, { readonly type: 'Return Tracking Replaced' }>): string[] {
  const data = typeof telling.data === 'function' ? telling.data(0) : telling.data;
  return data.replaces.map((each) => each.announcementId);
}

function isTaken(key: string, replacedBy: ReadonlyMap<string, readonly { readonly key: string }[]>): boolean {
  return [...replacedBy].some(([by, entries]) => by !== key && entries.some((entry) => entry.key === key));
}

function announce(caseKey: string, key: string, content: PreAdviceContent, replaced: readonly ToldEntry[]): Telling {
  const replaces = replaced
    .flatMap((entry) => adviceOf(entry) ?? [])
    .map(({ announcementId, trackingNumber }) => ({ announcementId, trackingNumber }));
  const advice = (times: number): PreAdvice => ({
    announcementId: announcementIdOf(caseKey, key, times),
    ...content,
  });
  const hash = digestOf(content);
  if (replaces.length === 0) {
    return { key, mode: 'value', hash, type: 'Return Tracking Assigned', data: advice };
  }
  return {
    key,
    mode: 'value',
    hash,
    type: 'Return Tracking Replaced',
    data: (times) => ({ ...advice(times), replaces }),
  };
}

function withdraw(key: string, entry: ToldEntry): Telling[] {
  const advice = adviceOf(entry);
  if (!advice) {
    return [];
  }
  const { announcementId, warehouseId, trackingNumber, caseId, shop } = advice;
  return [
    {
      key,
      mode: 'value',
      hash: '',
      type: 'Return Tracking Withdrawn',
      data: { announcementId, warehouseId, trackingNumber, caseId, shop },
    },
  ];
}

/** What the warehouse heard. */
function adviceOf(entry: ToldEntry): PreAdvice | undefined {
  const change = heardOf(entry)?.change;
  return change?.type === 'Return Tracking Assigned' || change?.type === 'Return Tracking Replaced'
    ? change.data
    : undefined;
}

function isSameWarehouse(entry: ToldEntry, content: PreAdviceContent): boolean {
  return adviceOf(entry)?.warehouseId === content.warehouseId;
}
