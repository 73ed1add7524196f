import * as z from 'zod';
import { caseEvent } from '../record/event.ts';

const reasons = z.array(z.string()).describe("codes of attention, each once: docs/glossary.md, 'Attention'");
const attention = { topic: 'attention' };

export const attentionEvents = {
  'Case Needs Attention': caseEvent(
    'A person should look at the case; all reasons that hold now.',
    { reasons },
    attention,
  ),
  'Case Attention Cleared': caseEvent(
    'No reason to look at the case is left; the reasons that held before.',
    { reasons },
    attention,
  ),
};
