import type { GoodsFact, InspectionResult, StockCondition, Units } from './facts.ts';

/** Units by SKU. A Map, so that no SKU can name a property of every object. */
export type UnitsBySku = ReadonlyMap<string, Units>;

export const noUnits: Units = {
  received: 0,
  inspected: { passed: 0, 'passed-with-deduction': 0, failed: 0 },
  stockedIn: { sellable: 0, defective: 0 },
};

export function inspectedOf({ inspected }: Pick<Units, 'inspected'>): number {
  return inspected.passed + inspected['passed-with-deduction'] + inspected.failed;
}

export function stockedOf({ stockedIn }: Pick<Units, 'stockedIn'>): number {
  return stockedIn.sellable + stockedIn.defective;
}

export function addUnits(a: Units, b: Units): Units {
  return {
    received: a.received + b.received,
    inspected: {
      passed: a.inspected.passed + b.inspected.passed,
      'passed-with-deduction': a.inspected['passed-with-deduction'] + b.inspected['passed-with-deduction'],
      failed: a.inspected.failed + b.inspected.failed,
    },
    stockedIn: {
      sellable: a.stockedIn.sellable + b.stockedIn.sellable,
      defective: a.stockedIn.defective + b.stockedIn.defective,
    },
  };
}

/** All of them, added up by SKU. */
export function sumUnits(all: readonly UnitsBySku[]): UnitsBySku {
  const sums = new Map<string, Units>();
  for (const [sku, units] of all.flatMap((each) => [...each])) {
    sums.set(sku, addUnits(sums.get(sku) ?? noUnits, units));
  }
  return sums;
}

/** The sum of what was reported, as reported: a check may name more than any receipt did. */
export function reportedUnits(goods: readonly GoodsFact[]): UnitsBySku {
  const sums = new Map<string, Units>();
  const add = (sku: string, part: Partial<Units>): void => {
    sums.set(sku, addUnits(sums.get(sku) ?? noUnits, { ...noUnits, ...part }));
  };
  for (const fact of goods) {
    for (const line of fact.lines ?? []) {
      add(line.sku, partOf(fact, line));
    }
  }
  return sums;
}

function partOf(
  fact: GoodsFact,
  line: { quantity: number; result?: InspectionResult; condition?: StockCondition },
): Partial<Units> {
  switch (fact.fact) {
    case 'received':
      return { received: line.quantity };
    case 'inspected':
      return { inspected: { ...noUnits.inspected, [line.result ?? 'failed']: line.quantity } };
    case 'stocked-in':
      return { stockedIn: { ...noUnits.stockedIn, [line.condition ?? 'defective']: line.quantity } };
  }
}

/**
 * Makes `stockedIn ≤ inspected ≤ received` hold: what was booked in was looked at (sellable as passed, the rest as failed),
 * and what was looked at had come. So a warehouse that sends only checks, or only stock-ins, is understood.
 */
export function completeUnits(units: Units): Units {
  const missing = Math.max(0, stockedOf(units) - inspectedOf(units));
  const good = units.inspected.passed + units.inspected['passed-with-deduction'];
  const asPassed = Math.min(missing, Math.max(0, units.stockedIn.sellable - good));
  const inspected = {
    ...units.inspected,
    passed: units.inspected.passed + asPassed,
    failed: units.inspected.failed + missing - asPassed,
  };
  const complete = { ...units, inspected };
  return { ...complete, received: Math.max(units.received, inspectedOf(complete)) };
}

/** The same of each SKU. */
export function wholeUnits(reported: UnitsBySku): UnitsBySku {
  return new Map([...reported].map(([sku, units]) => [sku, completeUnits(units)]));
}

/** True when `part` is no more than `whole` in every count. */
export function fitsWithin(part: Units, whole: Units): boolean {
  return (
    part.received <= whole.received &&
    (Object.keys(part.inspected) as InspectionResult[]).every((key) => part.inspected[key] <= whole.inspected[key]) &&
    (Object.keys(part.stockedIn) as StockCondition[]).every((key) => part.stockedIn[key] <= whole.stockedIn[key])
  );
}
