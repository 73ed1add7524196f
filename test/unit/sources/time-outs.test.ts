import { describe, expect, it } from 'vitest';
import type { TimeOut } from '#shared/returns/deadlines/time-out.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import { deadlineKinds } from '#shared/sources/doudian/status-rows.ts';
import { timeOutOf } from '#shared/sources/time-outs.ts';
import { locales } from '#shared/words/locale.ts';
import { timeOutText } from '#shared/words/time-out-text.ts';

describe('timeOutOf', () => {
  const rows: readonly (readonly [string, string, CaseKind | undefined, TimeOut, boolean])[] = [
    ['doudian', 'refund', 'return', 'refunds', true],
    ['doudian', 'refund', 'refund-only', 'refunds', false],
    ['doudian', 'refund', undefined, 'refunds', false],
    ['doudian', 'decision', 'return', 'approves', false],
    ['doudian', 'buyer-ships', 'exchange', 'closes', false],
    ['doudian', 'replacement', 'exchange', 'unknown', false],
    ['doudian', 'evidence', 'return', 'decides', false],
    ['doudian', 'tax-form', 'return', 'unknown', false],
    ['shopify', 'decision', 'return', 'nothing', true],
    ['shopify', 'evidence', undefined, 'decides', false],
    ['standard', 'refund', 'return', 'unknown', false],
    ['__proto__', 'refund', 'return', 'unknown', false],
  ];

  it.each(rows)('%s, %s of %s: %s, verified: %s', (source, kind, caseKind, does, isVerified) => {
    expect(timeOutOf(source, kind, caseKind)).toMatchObject({ does, isVerified });
  });

  it.each([...deadlineKinds, 'evidence'])('has a word of its own on what Doudian sets a deadline for: %s', (kind) => {
    expect(timeOutOf('doudian', kind).basis).not.toBe(timeOutOf('nobody', kind).basis);
  });
});

describe('timeOutText', () => {
  it('says whether anybody verified it, and of what is not known nothing more', () => {
    const texts = (
      [
        ['refunds', true],
        ['refunds', false],
        ['unknown', false],
      ] as const
    ).map(([does, isVerified]) => locales.map((locale) => timeOutText({ does, isVerified }, locale)));

    expect(texts).toEqual([
      ['到时平台自动退款', 'the platform refunds by itself'],
      ['到时平台自动退款（未核实）', 'the platform refunds by itself (not verified)'],
      ['到时平台如何处理不详', 'what the platform does then is not known'],
    ]);
  });
});
