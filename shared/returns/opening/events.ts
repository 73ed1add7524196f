import * as z from 'zod';
import { caseEvent } from '../record/event.ts';
import { instant, text } from '../record/values.ts';
import { caseKind, caseLine } from './facts.ts';

export const openingEvents = {
  'Case Opened': caseEvent('A store told of a return that was not known before.', {
    source: text.describe('the kind of sender that told of it, as `shopify`'),
    shop: text.describe('the shop, as the store names it'),
    caseId: text.describe("the store's id of the case"),
    orderId: z.exactOptional(text).describe('the order, as the store names it'),
    kind: z.exactOptional(caseKind),
    reason: z.exactOptional(text).describe("why, as the store's code"),
    openedAt: instant.describe('when the buyer asked, by the word of the store'),
    lines: z.array(caseLine).describe('the goods; empty where they are not known yet'),
  }),
};
