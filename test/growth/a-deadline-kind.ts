import type { Thing } from './thing.ts';

/** The buyer opened a dispute, and somebody answers in time: a kind of deadline, with its usual figures. */
export const aDeadlineKind: Thing = {
  what: 'a deadline kind',
  most: 2,
  own: {
    'shared/returns/deadlines/dispute-answer.ts': `import type { Clock, DeadlineRow } from './clock.ts';

/** The buyer opened a dispute: somebody answers it, until it is closed. */
export const disputeAnswer: DeadlineRow = {
  usual: { dueAfterMinutes: 120, remindBeforeMinutes: 30, escalateEveryMinutes: 60, escalations: 2 },
  of: 'team',
  clocksOf: ({ disputes }, { clock }) =>
    disputes.flatMap(({ disputeId, openedAt, closedAt }): Clock[] =>
      openedAt ? [clock({ subject: disputeId, openedAt, metAt: closedAt })] : [],
    ),
};
`,
    'test/unit/returns/dispute-answer.test.ts': `import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { disputeAnswer } from '#shared/returns/deadlines/dispute-answer.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, said } from './said.ts';

describe('dispute-answer', () => {
  it('opens with a dispute', () => {
    const deadlines = { ...testRules.deadlines, 'dispute-answer': disputeAnswer.usual };
    const disputed: CaseObservation = said(1, { fact: 'disputed', disputeId: 'D1' });
    const snapshot = foldCase(caseKey, [disputed], [], { ...testRules, deadlines });

    expect(Object.values(snapshot.deadlines).map(({ kind }) => kind)).toContain('dispute-answer');
  });
});
`,
  },
  edits: [
    {
      path: 'shared/returns/deadlines/kinds.ts',
      after: "import type { DeadlineRow, DeadlineRule, ParcelDeadlineBasis } from './clock.ts';\n",
      put: "import { disputeAnswer } from './dispute-answer.ts';\n",
    },
    {
      path: 'shared/returns/deadlines/kinds.ts',
      after: '  refund,\n',
      put: "  'dispute-answer': disputeAnswer,\n",
    },
    {
      path: 'shared/words/deadline-words.ts',
      after: "  refund: { 'zh-CN': '退款', en: 'refund' },\n",
      put: "  'dispute-answer': { 'zh-CN': '回应纠纷', en: 'answer to a dispute' },\n",
    },
    {
      path: 'shared/words/deadline-words.ts',
      after: 'export const missWords: Words<DeadlineKind> = {\n',
      put: "  'dispute-answer': { 'zh-CN': '买家的纠纷没有人回应', en: 'nobody answers the dispute' },\n",
    },
  ],
  aside: [
    {
      path: 'docs/operate.md',
      after: '| `refund` | 24 h | 8 h | every 4 h, 3 times |\n',
      put: '| `dispute-answer` | 2 h | 30 min | every 1 h, 2 times |\n',
    },
    {
      path: 'docs/operate.md',
      after: 'The clocks of the team (',
      put: '`dispute-answer`, ',
    },
    {
      path: 'docs/glossary.md',
      after: '| `refund` | 退款 | refund | The buyer is owed money. |\n',
      put: '| `dispute-answer` | 回应纠纷 | answer to a dispute | The buyer opened a dispute, and it is to be answered. |\n',
    },
  ],
  tests: ['test/unit/returns', 'test/unit/words', 'test/unit/policy', 'test/unit/tooling/operate-page.test.ts'],
};
