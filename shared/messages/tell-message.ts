import * as z from 'zod';
import { unreadable } from './unreadable.ts';

/** Says that a warehouse has to be told something of a case; what, the record says when it is read. */
export interface TellMessage {
  readonly caseKey: string;
  readonly warehouseId: string;
  /** How often it was put back because nobody knew what came of a call: the delay grows with it. */
  readonly attempt: number;
}

const text = z.string().min(1);
const event = z.object({
  'detail-type': z.enum(['Return Tracking Assigned', 'Return Tracking Replaced', 'Return Tracking Withdrawn']),
  detail: z.object({ metadata: z.object({ caseKey: text }), data: z.object({ warehouseId: text }) }),
});
const putBack = z.strictObject({ caseKey: text, warehouseId: text, attempt: z.int().min(0) });
const shape = z.union([putBack, event]);

/**
 * Reads what EventBridge puts into a warehouse's queue, or what we put back ourselves.
 * @throws Fault `unreadable-message` for a text that is neither.
 */
export function readTellMessage(body: string): TellMessage {
  const { success, data } = shape.safeParse(parseJson(body));
  if (!success) {
    throw unreadable('neither a Return Tracking event nor a message that was put back');
  }
  return 'detail' in data
    ? { caseKey: data.detail.metadata.caseKey, warehouseId: data.detail.data.warehouseId, attempt: 0 }
    : data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
