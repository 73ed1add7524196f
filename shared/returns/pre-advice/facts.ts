import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { text } from '../record/values.ts';

export const warehouseStatuses = ['accepted', 'exception', 'rejected', 'cancelled', 'closed', 'done'] as const;
export type WarehouseStatus = (typeof warehouseStatuses)[number];

const answer = { announcementId: text, accepted: z.boolean(), reason: z.exactOptional(z.string()) };

/** What a warehouse says to one announcement. */
export interface PreAdviceAnswer {
  readonly announcementId: string;
  readonly accepted: boolean;
  readonly reason?: string;
}

export const preAdviceFacts = {
  /** A warehouse answered a pre-advice. */
  'pre-advice-answered': fact('pre-advice-answered', answer),
  /** A warehouse answered that it forgets a pre-advice, or that it does not. */
  'withdrawal-answered': fact('withdrawal-answered', answer),
  /** Where a warehouse stands with the order that it was given for this case. */
  'warehouse-status': fact('warehouse-status', {
    warehouseId: text,
    status: z.enum(warehouseStatuses),
    raw: z.exactOptional(z.string()),
  }),
};
