import type { CaseFact } from '../case/facts.ts';
import type { Told } from '../record/change.ts';
import type { Statement } from '../record/statement.ts';
import { type ChangeRows, type LineOf, linesByRows } from '../record/story.ts';
import type { PreAdvice } from './events.ts';
import type { PreAdviceAnswer, WarehouseStatus } from './facts.ts';
import { announcementIdOf, preAdvicePrefix } from './pre-advice.ts';

interface Answered {
  readonly accepted: boolean;
  readonly reason?: string;
  /** The parcel of the announcement; absent where nobody told the warehouse of such a one. */
  readonly trackingNumber?: string;
}
type Announced = Pick<PreAdvice, 'warehouseId' | 'trackingNumber' | 'lines'>;

export interface PreAdviceLines {
  readonly 'pre-advice-answered': Answered;
  readonly 'withdrawal-answered': Answered;
  readonly 'warehouse-status': { readonly status: WarehouseStatus };
  readonly 'pre-advice-announced': Announced;
  /** `replaces`: other numbers in whose place this one comes; none where only the content changed. */
  readonly 'pre-advice-replaced': Announced & { readonly replaces: readonly string[] };
  readonly 'pre-advice-withdrawn': Pick<PreAdvice, 'warehouseId' | 'trackingNumber'>;
}

type AnswerLines = Pick<PreAdviceLines, 'pre-advice-answered' | 'withdrawal-answered' | 'warehouse-status'>;

/** What warehouses said of what they were told. @param told - The memory of what that was. */
export function warehouseAnswerStory(
  caseKey: string,
  statements: readonly Statement<CaseFact>[],
  told: Told,
): LineOf<AnswerLines>[] {
  const numbers = announcedNumbers(caseKey, told);
  const answered = ({ announcementId, accepted, reason }: PreAdviceAnswer): Answered => {
    const trackingNumber = numbers.get(announcementId);
    return { accepted, ...(reason && { reason }), ...(trackingNumber && { trackingNumber }) };
  };
  return linesByRows<CaseFact, AnswerLines>(statements, {
    'pre-advice-answered': { about: ({ fact }) => fact.announcementId, values: answered },
    'withdrawal-answered': { about: ({ fact }) => fact.announcementId, values: answered },
    'warehouse-status': {
      about: ({ fact }) => fact.warehouseId,
      by: ({ warehouseId }) => ({ role: 'warehouse', name: warehouseId }),
      values: ({ status }) => ({ status }),
    },
  });
}

/** Of each announcement that was ever told, by its id, the number of its parcel. */
function announcedNumbers(caseKey: string, told: Told): ReadonlyMap<string, string> {
  const keys = Object.entries(told).filter(([key]) => key.startsWith(preAdvicePrefix));
  return new Map(
    keys.flatMap(([key, { times }]) => {
      const number = key.slice(key.lastIndexOf('/') + 1);
      return Array.from({ length: times }, (_, index) => [announcementIdOf(caseKey, key, index + 1), number] as const);
    }),
  );
}

/** What the warehouses were last told of each parcel. */
export const preAdviceChanges: ChangeRows<PreAdviceLines> = {
  'Return Tracking Assigned': (advice) => ({ code: 'pre-advice-announced', values: announced(advice) }),
  'Return Tracking Replaced': (advice) => {
    const numbers = new Set(advice.replaces.map(({ trackingNumber }) => trackingNumber));
    numbers.delete(advice.trackingNumber);
    return { code: 'pre-advice-replaced', values: { ...announced(advice), replaces: [...numbers] } };
  },
  'Return Tracking Withdrawn': ({ warehouseId, trackingNumber }) => ({
    code: 'pre-advice-withdrawn',
    values: { warehouseId, trackingNumber },
  }),
};

function announced({ warehouseId, trackingNumber, lines }: Announced): Announced {
  return { warehouseId, trackingNumber, lines };
}
