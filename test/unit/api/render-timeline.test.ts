import { describe, expect, it } from 'vitest';
import { renderTimeline } from '#shared/api/render-timeline.ts';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import { shanghai } from './told-return.ts';

const entries: TimelineEntry[] = [
  {
    at: shanghai('09:00'),
    receivedAt: shanghai('09:00'),
    by: 'store:test/shop-a',
    kind: 'requested',
    text: '申请售后',
  },
  { at: shanghai('10:00'), receivedAt: shanghai('12:00'), by: 'carrier:sf', kind: 'moved', text: '运单 SF1 已揽收' },
  { at: shanghai('11:00'), receivedAt: shanghai('11:00'), by: 'buyer', kind: 'disputed', text: '发起纠纷' },
  { at: shanghai('11:30'), by: 'backhaul', kind: 'attention', text: '需要人处理' },
];

describe('renderTimeline', () => {
  it('aligns columns by the width of Chinese characters and marks what was reported late', () => {
    expect(renderTimeline(entries, 'zh-CN', 'Asia/Shanghai')).toEqual([
      '2026-03-10 09:00:00  店铺 shop-a  申请售后',
      '2026-03-10 10:00:00  承运商 sf    运单 SF1 已揽收（补报）',
      '2026-03-10 11:00:00  买家         发起纠纷',
      '2026-03-10 11:30:00  Backhaul     需要人处理',
    ]);
  });

  it('tells the time by the clocks of the zone and who in the language', () => {
    expect(renderTimeline(entries.slice(0, 1), 'en', 'America/New_York')).toEqual([
      '2026-03-09 21:00:00  Store shop-a  申请售后',
    ]);
  });

  it('goes on below the text where a line would be wider than it may be', () => {
    const [, moved] = entries;
    const text = '运单 SF1 已揽收，下一站上海';

    expect(renderTimeline(moved ? [{ ...moved, text }] : [], 'zh-CN', 'UTC', 44)).toEqual([
      '2026-03-10 02:00:00  承运商 sf  运单 SF1 已',
      '                                揽收，下一站',
      '                                上海',
    ]);
  });

  it('gives no line for no entry', () => {
    expect(renderTimeline([], 'en', 'UTC')).toEqual([]);
  });
});
