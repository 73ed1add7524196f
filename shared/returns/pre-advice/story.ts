import type { CaseFact } from '../case/facts.ts';
import type { Statement } from '../record/statement.ts';
import { type ChangeRows, type LineOf, linesByRows } from '../record/story.ts';
import type { PreAdvice } from './events.ts';
import type { WarehouseStatus } from './facts.ts';

interface Answered {
  readonly accepted: boolean;
  readonly reason?: string;
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

/** What warehouses said of what they were told. */
export function warehouseAnswerStory(statements: readonly Statement<CaseFact>[]): LineOf<AnswerLines>[] {
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

function answered({ accepted, reason }: Answered): Answered {
  return { accepted, ...(reason && { reason }) };
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
