import type { Thing } from './thing.ts';

/** The store's own status, told as a value: an event, its schema and summary, and when it is told. */
export const anEvent: Thing = {
  what: 'an event',
  most: 2,
  own: {
    'shared/returns/platform/events.ts': `import { caseEvent } from '../record/event.ts';
import { text } from '../record/values.ts';

export const platformEvents = {
  'Case Status Changed': caseEvent(
    'The store says of the case what it did not say before.',
    { status: text.describe("the store's own word for where the case stands") },
    { topic: 'platform-status' },
  ),
};
`,
  },
  edits: [
    {
      path: 'shared/returns/events.ts',
      after: "import { claimEvents } from './parcel/events.ts';\n",
      put: "import { platformEvents } from './platform/events.ts';\n",
    },
    { path: 'shared/returns/events.ts', after: '  ...decisionEvents,\n', put: '  ...platformEvents,\n' },
    {
      path: 'shared/returns/platform/slice.ts',
      after: '  notes: (_record, statements) => behindNotes(statements),\n',
      put: `  tell: ({ platformStatus }) =>
    platformStatus
      ? [
          {
            key: 'platform-status',
            mode: 'value',
            hash: platformStatus.status,
            type: 'Case Status Changed',
            data: { status: platformStatus.status },
          },
        ]
      : [],
`,
    },
  ],
  aside: [
    {
      path: 'test/memory/told.ts',
      after: "  'Case Undecided': ({ decision }, data) => decision.value === 'new' && decision.at === data.since,\n",
      put: "  'Case Status Changed': ({ platformStatus }, data) => platformStatus?.status === data.status,\n",
    },
  ],
  tests: ['test/unit/publishing', 'test/contract/events.test.ts'],
};
