import { expect, it } from 'vitest';
import { deeds } from '#shared/returns/work/part.ts';
import { fittingDeeds } from '../../../functions/serve-board/page/acts/fitting-deeds.ts';
import { caseEntry } from '../../memory/entries.ts';

it.each(['refund-only', 'return', 'complaint'])('offers no replacement on a %s', (kind) => {
  expect(fittingDeeds(caseEntry('C1', { kind }))).toEqual(['approved', 'declined', 'refunded', 'evidence-sent']);
});

it.each(['exchange', 'reship'])('offers no refund on a %s', (kind) => {
  expect(fittingDeeds(caseEntry('C1', { kind }))).toEqual([
    'approved',
    'declined',
    'replacement-sent',
    'evidence-sent',
  ]);
});

it.each([undefined, 'something-new'])('offers everything on a case of the kind %s', (kind) => {
  expect(fittingDeeds(caseEntry('C1', kind === undefined ? {} : { kind }))).toEqual(deeds);
});
