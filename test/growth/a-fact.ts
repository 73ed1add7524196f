import type { Thing } from './thing.ts';

/** The buyer was offered something to settle the case by: a fact in a slice of its own, its part of the record, its line of the timeline. */
export const aFact: Thing = {
  what: 'a fact',
  most: 2,
  own: {
    'shared/returns/offers/facts.ts': `import { fact } from '../record/fact.ts';
import { money } from '../record/money.ts';
import { text } from '../record/values.ts';

export const offerFacts = { offered: fact('offered', { offerId: text, amount: money }) };
`,
    'shared/returns/offers/story.ts': `import type { FactOf } from '../record/fact.ts';
import type { Money } from '../record/money.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows } from '../record/story.ts';
import type { offerFacts } from './facts.ts';

type Fact = FactOf<typeof offerFacts>;

export interface OfferLines {
  readonly offered: { readonly amount: Money };
}

export function offerStory(statements: readonly Statement<Fact>[]): LineOf<OfferLines>[] {
  return linesByRows<Fact, OfferLines>(statements, {
    offered: { about: ({ fact }) => fact.offerId, values: ({ amount }) => ({ amount }) },
  });
}
`,
    'shared/returns/offers/slice.ts': `import { slice } from '../record/slice.ts';
import { offerFacts } from './facts.ts';
import { offerStory } from './story.ts';

/** What the buyer was offered. */
export const offers = slice({
  facts: offerFacts,
  fold: (statements): { readonly offers: readonly string[] } => ({
    offers: statements.map(({ fact }) => fact.offerId),
  }),
  story: offerStory,
});
`,
    'shared/words/story/offer-lines.ts': `import type { OfferLines } from '#shared/returns/offers/story.ts';
import type { LineTexts } from './line-texts.ts';

export const offerLines: LineTexts<OfferLines> = {
  offered: ({ amount }, { say, money }) => say(\`提出补偿 \${money(amount)}\`, \`Offered \${money(amount)}\`),
};
`,
    'test/unit/returns/offers.test.ts': `import { describe, expect, it } from 'vitest';
import { type CaseFact, isCaseFact } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, said } from './said.ts';

describe('offers', () => {
  it('stand in the record', () => {
    const amount = { amount: 500, currency: 'CNY' };

    const offered = said<CaseFact>(1, { fact: 'offered', offerId: 'O1', amount });

    expect(foldCase(caseKey, [offered], [], testRules).offers).toEqual(['O1']);
    expect(isCaseFact({ fact: 'offered', at: minute(1), offerId: 'O1', amount: 5 })).toBe(false);
  });
});
`,
  },
  edits: [
    {
      path: 'shared/returns/case/slices.ts',
      after: "import { disputes } from '../disputes/slice.ts';\n",
      put: "import { offers } from '../offers/slice.ts';\n",
    },
    { path: 'shared/returns/case/slices.ts', after: 'contact, disputes', put: ', offers' },
    {
      path: 'shared/words/story/story-texts.ts',
      after: "import { moneyLines } from './money-lines.ts';\n",
      put: "import { offerLines } from './offer-lines.ts';\n",
    },
    { path: 'shared/words/story/story-texts.ts', after: '  ...moneyLines,\n', put: '  ...offerLines,\n' },
  ],
  tests: ['test/unit/returns', 'test/unit/words'],
};
