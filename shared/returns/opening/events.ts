import * as z from 'zod';
import { event } from '../record/event.ts';
import { instant, text } from '../record/values.ts';
import { caseKinds, caseLine } from './facts.ts';

export const openingEvents = {
  'Case Opened': event('A store told of a return that was not known before.', {
    source: text,
    shop: text,
    caseId: text,
    orderId: z.exactOptional(text),
    kind: z.exactOptional(z.enum(caseKinds)),
    reason: z.exactOptional(text),
    openedAt: instant,
    lines: z.array(caseLine),
  }),
};
