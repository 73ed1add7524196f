import { describe, expect, it } from 'vitest';
import { attentionViews } from '#shared/lists/attention-view.ts';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';

const timeZone = 'Asia/Shanghai';
const asked: unknown[] = [];
const timeOutWords = (...question: readonly unknown[]) => {
  asked.push(question);
  return { 'zh-CN': '到时平台自动退款', en: 'the platform refunds by itself' };
};
const viewsOf = (...entries: readonly (CaseEntry | ReturnType<typeof parcelEntry>)[]) =>
  attentionViews(attentionOf(entries, { now: lookedAt, timeZone }), { now: lookedAt, timeZone, timeOutWords });

describe('attentionViews', () => {
  it('says what to do, for whom it waits, how much time is left, what happens then, whose it is, for how much and since when', () => {
    const entry = caseEntry('C1', {
      kind: 'return',
      platform: { kind: 'platform-decision', subject: 'decision', dueAt: hours(1.5) },
      own: { kind: 'solution' as never, dueAt: hours(-2) },
      todos: [todo('decide', { stake: 12_900 }), todo('fix-number')],
      work: { notes: 0, owner: { person: 'p-1', since: hours(-1) }, team: 'night' },
    });
    const { items } = viewsOf({ ...entry, own: { kind: 'qc-follow-up', dueAt: hours(-2) } });

    expect(items).toMatchObject([
      {
        ...{ group: 'platform-soon', horizon: 'within-2-hours', action: 'decide', waitsOn: 'team', since: hours(-3) },
        actionText: { 'zh-CN': '处理申请', en: 'Decide on the request' },
        waitsOnText: { 'zh-CN': '等客服', en: 'waits for the team' },
        platform: {
          name: { en: 'decision' },
          left: { 'zh-CN': '剩 1 小时 30 分', en: 'in 1 h 30 min' },
          atTimeOut: { 'zh-CN': '到时平台自动退款', en: 'the platform refunds by itself' },
        },
        own: {
          name: { en: 'quality check' },
          left: { 'zh-CN': '已超时 2 小时', en: '2 h overdue' },
          atTimeOut: { 'zh-CN': '货未质检，退款无法开始', en: 'the goods are not checked, and the refund waits' },
        },
        ...{ owner: 'p-1', team: 'night', stake: { amount: 12_900, currency: 'CNY' } },
        stakeText: { 'zh-CN': '¥129.00', en: 'CN¥129.00' },
        more: [{ action: 'fix-number', actionText: { en: 'Check the tracking number' } }],
      },
    ]);
    expect(asked).toEqual([['test', 'decision', 'return']]);
  });

  it('says nothing of what is not there: no clock, no owner, no sum', () => {
    const [item] = viewsOf(parcelEntry('P1')).items;
    expect(item).toMatchObject({ action: 'find-case', more: [] });
    for (const member of ['platform', 'own', 'owner', 'team', 'stake', 'stakeText']) {
      expect(item).not.toHaveProperty(member);
    }
  });

  it('has no time left of a clock that is paused', () => {
    const [item] = viewsOf(caseEntry('C1', { own: { kind: 'qc-follow-up' } })).items;
    expect(item?.own).not.toHaveProperty('left');
  });

  it('names each group with its count and its sums', () => {
    const { groups } = viewsOf(
      caseEntry('C1', { todos: [todo('refund', { stake: 100 })] }),
      caseEntry('C2', { currency: 'USD', todos: [todo('refund', { stake: 250 })] }),
    );
    expect(groups.find(({ group }) => group === 'goods-back-money-not-out')).toMatchObject({
      name: { 'zh-CN': '货回钱未退' },
      count: 2,
      sumsText: { 'zh-CN': '¥1.00，US$2.50', en: 'CN¥1.00, $2.50' },
    });
  });
});
