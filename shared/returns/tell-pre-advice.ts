import type { CaseParcel, CaseRules, CaseSnapshot, WarehouseRules } from './case.ts';
import type { PreAdvice, Told, ToldEntry } from './change.ts';
import { digest, digestOf } from './digest.ts';
import { standingEntries, type Telling } from './tell.ts';

const prefix = 'pre-advice/';

type Content = Omit<PreAdvice, 'announcementId'>;

/**
 * What each warehouse has to be told of the case's parcels: once per parcel, warehouse and content. A new number names those of the
 * same warehouse that it stands for; what no warehouse should expect any more is withdrawn.
 */
export function preAdviceTellings(snapshot: CaseSnapshot, told: Told, rules: CaseRules): Telling[] {
  const wanted = new Map(preAdvices(snapshot, rules).map((content) => [keyOf(content), content]));
  const standing = standingEntries(told, prefix);
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

/** Keys that a new announcement stands for: they need no withdrawal of their own, and are no longer standing. */
export function replacedKeys(tellings: readonly Telling[], told: Told): string[] {
  const fresh = tellings.filter(
    (telling) => telling.type === 'Return Tracking Replaced' && told[telling.key]?.hash !== telling.hash,
  );
  const ids = new Set(
    fresh.flatMap((telling) => (telling.type === 'Return Tracking Replaced' ? replacesOf(telling) : [])),
  );
  const ownKeys = new Set(fresh.map((telling) => telling.key));
  return standingEntries(told, prefix)
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

function announce(caseKey: string, key: string, content: Content, replaced: readonly ToldEntry[]): Telling {
  const replaces = replaced
    .flatMap((entry) => adviceOf(entry) ?? [])
    .map(({ announcementId, trackingNumber }) => ({ announcementId, trackingNumber }));
  const advice = (times: number): PreAdvice => ({
    announcementId: `${caseKey}/${digest(key, String(times)).slice(0, 12)}`,
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

function adviceOf({ change }: ToldEntry): PreAdvice | undefined {
  return change?.type === 'Return Tracking Assigned' || change?.type === 'Return Tracking Replaced'
    ? change.data
    : undefined;
}

function isSameWarehouse(entry: ToldEntry, content: Content): boolean {
  return adviceOf(entry)?.warehouseId === content.warehouseId;
}

function keyOf({ warehouseId, trackingNumber }: Content): string {
  return `${prefix}${warehouseId}/${trackingNumber}`;
}

/** Announced when the case is approved, the warehouse chosen, the lines known and the parcel numbered. */
function preAdvices(snapshot: CaseSnapshot, rules: CaseRules): Content[] {
  const { warehouse, decision, details } = snapshot;
  const rulesOfIt =
    warehouse && Object.hasOwn(rules.warehouses, warehouse.id) ? rules.warehouses[warehouse.id] : undefined;
  if (!warehouse || !rulesOfIt?.announce || decision.value !== 'approved' || (details.lines ?? []).length === 0) {
    return [];
  }
  return snapshot.parcels
    .filter((parcel) => parcel.stands)
    .map((parcel, index) => contentOf(snapshot, parcel, index === 0, warehouse.id, rulesOfIt));
}

function contentOf(
  snapshot: CaseSnapshot,
  parcel: CaseParcel,
  isFirst: boolean,
  warehouseId: string,
  rules: WarehouseRules,
): Content {
  const { details, caseId, shop } = snapshot;
  const lines = (details.lines ?? []).map(({ sku, quantity, title }) => ({
    sku: translate(rules.skuMap, sku),
    quantity,
    ...(title && { title }),
  }));
  const reason = details.reason?.code;
  return {
    warehouseId,
    trackingNumber: parcel.number,
    ...(parcel.carrier && { carrier: translate(rules.carrierCodes, parcel.carrier) }),
    caseId,
    shop,
    ...(details.kind && { kind: details.kind }),
    ...(details.orderId && { orderId: details.orderId }),
    ...(details.outboundOrderId && { outboundOrderId: details.outboundOrderId }),
    lines: isFirst ? lines : [],
    ...(reason && { reason }),
    check: ['quantity', 'condition', ...(reason ? [reason] : [])],
    returnAddress: rules.address,
  };
}

function translate(codes: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? code;
}
