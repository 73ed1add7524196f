import type { Thing } from './thing.ts';

/** Goods failed their check, and somebody talks to the buyer in time: a kind of deadline, with its usual figures. */
export const aDeadlineKind: Thing = {
  what: 'a deadline kind',
  most: 2,
  own: {
    'shared/returns/deadlines/exception-contact.ts': `import { addMinutes, type Clock, type DeadlineRow } from './clock.ts';

/** Goods that failed their check: somebody talks to the buyer. Money that is paid ends it. */
export const exceptionContact: DeadlineRow = {
  usual: { dueAfterMinutes: 120, remindBeforeMinutes: 30, escalateEveryMinutes: 60, escalations: 2 },
  clocksOf: ({ directGoods, money }, { dueAfterMinutes }) => {
    const failed = directGoods.find(
      (goods) => goods.fact === 'inspected' && goods.lines.some(({ result }) => result === 'failed'),
    );
    const metAt = money.actions[0]?.at;
    return failed
      ? [
          {
            subject: 'case',
            openedAt: failed.at,
            dueAt: addMinutes(failed.at, dueAfterMinutes),
            setBy: 'policy',
            ...(metAt && { metAt }),
          } satisfies Clock,
        ]
      : [];
  },
};
`,
    'test/unit/returns/exception-contact.test.ts': `import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { exceptionContact } from '#shared/returns/deadlines/exception-contact.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, said } from './said.ts';

describe('exception-contact', () => {
  it('opens with a failed check', () => {
    const deadlines = { ...testRules.deadlines, 'exception-contact': exceptionContact.usual };
    const lines = [{ sku: 'S1', quantity: 1, result: 'failed' as const }];
    const failed: CaseObservation = said(1, { fact: 'inspected', warehouseId: 'east', inspectionId: 'I1', lines });
    const snapshot = foldCase(caseKey, [failed], [], { ...testRules, deadlines });

    expect(Object.values(snapshot.deadlines).map(({ kind }) => kind)).toContain('exception-contact');
  });
});
`,
  },
  edits: [
    {
      path: 'shared/returns/deadlines/kinds.ts',
      after: "import type { DeadlineRow, DeadlineRule, ParcelDeadlineBasis } from './clock.ts';\n",
      put: "import { exceptionContact } from './exception-contact.ts';\n",
    },
    {
      path: 'shared/returns/deadlines/kinds.ts',
      after: '  refund,\n',
      put: "  'exception-contact': exceptionContact,\n",
    },
    {
      path: 'shared/words/deadline-words.ts',
      after: "  refund: { 'zh-CN': '退款', en: 'refund' },\n",
      put: "  'exception-contact': { 'zh-CN': '异常联系买家', en: 'contact about an exception' },\n",
    },
  ],
  aside: [
    {
      path: 'docs/operate.md',
      after: '| `refund` | 24 h | 8 h | every 4 h, 3 times |\n',
      put: '| `exception-contact` | 2 h | 30 min | every 1 h, 2 times |\n',
    },
    {
      path: 'docs/glossary.md',
      after: '| `refund` | 退款 | refund | The buyer is owed money. |\n',
      put: '| `exception-contact` | 异常联系买家 | contact about an exception | Goods failed their check, and the buyer is to hear of it. |\n',
    },
  ],
  tests: ['test/unit/returns', 'test/unit/words', 'test/unit/policy', 'test/unit/tooling/operate-page.test.ts'],
};
