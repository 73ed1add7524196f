import * as z from 'zod';
import { event } from '../record/event.ts';

const reasons = z.array(z.string());
const attention = { topic: 'attention' };

export const attentionEvents = {
  'Case Needs Attention': event('A person should look at the case; all reasons that hold now.', { reasons }, attention),
  'Case Attention Cleared': event(
    'No reason to look at the case is left; the reasons that held before.',
    { reasons },
    attention,
  ),
};
