import { describe, expect, it } from 'vitest';
import { deliveryReasonTexts } from '#shared/words/delivery-reason-text.ts';

describe('deliveryReasonTexts', () => {
  const zh = (reason: string) => deliveryReasonTexts(reason)?.map((each) => each['zh-CN']);

  it.each([
    ['data.at: must be an ISO 8601 time with its zone', ['字段 data.at 的内容不对，应为带时区的 ISO 8601 时间']],
    ['data.caseId: is missing; it must be a text', ['缺少字段 data.caseId（应为文本）']],
    ['data.caseId: is missing', ['缺少字段 data.caseId']],
    ['data.shop: must be one of: a, b', ['字段 data.shop 的值不认识，应为：a、b']],
    ['type: must be one of: 1, 2, 3, 4, 5, 6, 7, 8, 9', ['字段 type 的值不认识（已知 9 种，都不是）']],
    ['the body is not JSON', ['正文不是 JSON']],
    ['case-id not known yet', ['售后单号还没有对应的售后单，出现后自动计入']],
    [
      'case-id not known yet; wms-order names several cases',
      ['售后单号还没有对应的售后单，出现后自动计入', '仓库单号对应几张售后单，需要人认定是哪一张'],
    ],
    ['data.x: must be 7 or less', ['字段 data.x 的内容不对，应为 7 or less']],
  ])('says %s', (reason, expected) => {
    expect(zh(reason)).toEqual(expected);
  });

  it('says nothing of what it does not know, so that it is shown as it is', () => {
    expect(deliveryReasonTexts('the moon is full')).toBeUndefined();
    expect(deliveryReasonTexts('the body is not JSON; the moon is full')).toBeUndefined();
  });
});
