import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carrierFacts } from '#shared/returns/carrier/facts.ts';
import { contactFacts } from '#shared/returns/contact/facts.ts';
import { deadlineFacts } from '#shared/returns/deadlines/facts.ts';
import { decisionFacts } from '#shared/returns/decision/facts.ts';
import { disputeFacts } from '#shared/returns/disputes/facts.ts';
import { expectationFacts, goodsFacts } from '#shared/returns/goods/facts.ts';
import { moneyFacts } from '#shared/returns/money/facts.ts';
import { openingFacts } from '#shared/returns/opening/facts.ts';
import { platformFacts } from '#shared/returns/platform/facts.ts';
import { preAdviceFacts } from '#shared/returns/pre-advice/facts.ts';
import { trackingFacts } from '#shared/returns/tracking/facts.ts';

const slices = {
  opening: openingFacts,
  decision: decisionFacts,
  platform: platformFacts,
  tracking: trackingFacts,
  carrier: carrierFacts,
  goods: { ...goodsFacts, ...expectationFacts },
  money: moneyFacts,
  'pre-advice': preAdviceFacts,
  deadlines: deadlineFacts,
  contact: contactFacts,
  disputes: disputeFacts,
};
const page = readFileSync(join(import.meta.dirname, '../../../docs/architecture.md'), 'utf8');

describe('docs/architecture.md', () => {
  it.each(Object.entries(slices))('says which facts %s has', (slice, facts) => {
    const said = page.match(new RegExp(`^\\| \`${slice}\` \\| (.+) \\|$`, 'm'))?.[1] ?? '';

    expect(said.split(', ').map((name) => name.split(' ')[0])).toEqual(Object.keys(facts));
  });
});
