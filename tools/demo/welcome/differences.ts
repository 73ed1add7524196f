import type { CaseView } from '#shared/api/case-view.ts';
import { type Becomes, type ClockState, watchedKinds } from './episode.ts';

/** What of a case is not as its episode says, and what was found instead; empty when all is. */
export function differencesOf(becomes: Becomes, view: CaseView | undefined): string[] {
  if (!view) {
    return ['there is no such case'];
  }
  const wanted = wantedOf(becomes);
  const found = foundIn(view);
  return (Object.keys(wanted) as (keyof typeof wanted)[])
    .filter((field) => String(wanted[field]) !== String(found[field]))
    .map((field) => `${field} is ${textOf(found[field])}, not ${textOf(wanted[field])}`);
}

interface Shown {
  readonly headline: string;
  readonly decision: string;
  readonly stages: readonly string[];
  readonly sides: readonly string[];
  readonly quality: string;
  readonly attention: readonly string[];
  readonly clocks: readonly string[];
  readonly platform: readonly string[];
  readonly paid: number;
}

function wantedOf({ headline, decision, quality = 'none', paidFen = 0, ...lists }: Becomes): Shown {
  const { stages = [], sides = [], attention = [], clocks = [], platform = [] } = lists;
  return {
    headline,
    decision,
    stages,
    sides,
    quality,
    attention: attention.toSorted(),
    clocks: clocks.toSorted(),
    platform: platform.toSorted(),
    paid: paidFen,
  };
}

function foundIn({ headline, decision, quality, ...view }: CaseView): Shown {
  const standing = view.parcels.filter(({ stands }) => stands);
  return {
    headline,
    decision: decision.value,
    stages: standing.map(({ stage = 'numbered' }) => stage),
    sides: standing.flatMap(({ sides = [] }) => sides),
    quality,
    attention: view.attention.map(({ code }) => code).toSorted(),
    clocks: view.deadlines
      .filter(({ kind }) => watchedKinds.some((each) => each === kind))
      .map((deadline) => `${deadline.kind} ${clockStateOf(deadline)}`)
      .filter((clock) => clock !== answeredInTime)
      .toSorted(),
    platform: Object.keys(view.platformDeadlines).toSorted(),
    paid: view.money.actions
      .filter(({ status }) => status !== 'failed')
      .reduce((sum, { amount }) => sum + amount.amount, 0),
  };
}

/** As every warehouse does that is called: no episode says so. */
const answeredInTime = 'warehouse-acknowledges met';

type Deadline = Pick<CaseView['deadlines'][number], 'metAt' | 'missed' | 'reminded'>;

export function clockStateOf({ metAt, missed, reminded }: Deadline): ClockState {
  if (metAt) {
    return missed ? 'met late' : 'met';
  }
  return missed ? 'missed' : reminded ? 'reminded' : 'runs';
}

function textOf(value: Shown[keyof Shown]): string {
  return Array.isArray(value) ? value.join(', ') || 'nothing' : String(value);
}
