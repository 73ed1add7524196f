import { describe, expect, it } from 'vitest';
import { chineseReasonCodes } from '#shared/sources/chinese-reasons.ts';
import { reasonText } from '#shared/words/reason-text.ts';

/** Shopify's `ReturnReason`, as its webhooks write it (platforms-global.md). */
const shopifys = [
  'color',
  'defective',
  'not_as_described',
  'other',
  'size_too_large',
  'size_too_small',
  'style',
  'unknown',
  'unwanted',
  'wrong_item',
];

describe('reasonText', () => {
  it.each([...chineseReasonCodes, ...shopifys])('has words for %s', (code) => {
    expect(reasonText(code, 'zh-CN')).not.toBe(code);
  });

  it.each(['size-too-small', 'size_too_small', 'SIZE_TOO_SMALL'])('takes %s for one code', (code) => {
    expect(reasonText(code, 'zh-CN')).toBe('尺码偏小');
  });

  it.each(['doudian-78', 'R-101', 'constructor', '__proto__'])('shows %s, which nobody knows, as it is', (code) => {
    expect(reasonText(code, 'en')).toBe(code);
  });
});
