import type { Thing } from './thing.ts';

/** A person keeps an eye on a case: an act, what it holds, when it is refused, its words. */
export const anAct: Thing = {
  what: 'an act',
  most: 1,
  own: {
    'shared/returns/acts/watch.ts': `import { text } from '../record/values.ts';
import { caseAct } from './act.ts';
import { notNow } from './refusal.ts';

/** Says that somebody keeps an eye on the case, and why. */
export const watch = caseAct(
  'watch',
  { topic: text },
  {
    code: 'watched',
    roles: ['agent'],
    confirmedBy: 'nobody',
    staleAfter: [],
    refusal: (_act, { closedAt }) =>
      closedAt ? notNow('case-closed', '售后单已关闭', 'the case is closed') : undefined,
    words: ({ topic }) => [{ 'zh-CN': \`关注：\${topic}\`, en: \`Watches it: \${topic}\` }],
  },
);
`,
    'test/unit/returns/watch.test.ts': `import { describe, expect, it } from 'vitest';
import { judgeAct } from '#shared/returns/acts/judge-act.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, said } from './said.ts';

describe('watch', () => {
  it('is refused on a case that is closed', () => {
    const snapshot = foldCase(caseKey, [said(1, { fact: 'closed' })], [], testRules);
    const act = { act: 'watch', topic: 'fraud', by: { person: 'p', groups: ['agent'] }, at: minute(2) };

    expect(judgeAct(act, { record: 'case', snapshot, rules: testRules })).toMatchObject({
      refusal: { code: 'case-closed', text: { en: 'the case is closed' } },
    });
  });
});
`,
  },
  edits: [
    {
      path: 'shared/returns/acts/acts.ts',
      after: "import { wake } from './wake.ts';\n",
      put: "import { watch } from './watch.ts';\n",
    },
    {
      path: 'shared/returns/acts/acts.ts',
      after: "  'choose-warehouse': chooseWarehouse,\n",
      put: '  watch,\n',
    },
  ],
  aside: [
    { path: 'test/unit/returns/work-acts.test.ts', after: '  wake: roles,\n', put: "  watch: ['agent'],\n" },
    { path: 'test/unit/returns/work-acts.test.ts', after: '  wake: {},\n', put: "  watch: { topic: 'fraud' },\n" },
  ],
  tests: ['test/unit/returns', 'test/unit/recording'],
};
