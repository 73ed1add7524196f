import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../tools/demo/welcome/row.ts';
import { attention, cny, deadline, hour, noonMs, paid, parcel, units, viewOf } from './views.ts';

const title = { en: 'Worn shoe', 'zh-CN': '鞋子穿过' };
const options = { locale: 'en', timeZone: 'Asia/Shanghai', nowMs: noonMs } as const;
const inChinese = { ...options, locale: 'zh-CN' } as const;

describe('rowOf', () => {
  it('tells in either language where a case stands, for whom it waits and how long', () => {
    const view = viewOf({
      headline: 'checked',
      quality: 'failed',
      parcels: [parcel({ stage: 'received', receivedAt: hour(9) })],
      deadlines: [deadline()],
      attention: attention('contact-buyer'),
    });

    expect(rowOf(view, title, options)).toEqual({
      headline: 'checked',
      title: 'Worn shoe',
      key: 'standard:main:RMA-1',
      stands: 'failed',
      waits: 'Agent: contact the buyer',
      deadline: 'refund in 2 h',
      dueAt: hour(14),
      attention: ['because contact-buyer'],
    });
    expect(rowOf(view, title, inChinese)).toMatchObject({
      title: '鞋子穿过',
      stands: '不合格',
      waits: '客服：联系买家',
      deadline: '退款 剩 2 小时',
      attention: ['因为contact-buyer'],
    });
  });

  it('says since when a deadline is overdue, and of one that was met too late by how much', () => {
    const overdue = deadline({ dueAt: hour(11), missed: true });
    const late = deadline({ kind: 'qc-follow-up', dueAt: hour(5), metAt: hour(7), missed: true });

    expect(rowOf(viewOf({ deadlines: [overdue] }), title, options).deadline).toBe('refund 1 h overdue');
    expect(rowOf(viewOf({ deadlines: [late] }), title, options)).toMatchObject({
      stands: 'quality check 2 h late',
      deadline: '',
    });
    expect(rowOf(viewOf({ deadlines: [late, deadline()] }), title, inChinese)).toMatchObject({
      stands: '质检 迟了 2 小时',
      deadline: '退款 剩 2 小时',
    });
  });

  it('shows what only the platform sets a deadline for, while the case is open', () => {
    const platformDeadlines = { decision: hour(13) };

    expect(rowOf(viewOf({ platformDeadlines }), title, options).deadline).toBe('decision in 1 h');
    expect(rowOf(viewOf({ platformDeadlines, headline: 'declined' }), title, options).deadline).toBe('');
  });

  it('says how much money is out for goods that are not back', () => {
    const view = viewOf({ money: { ...paid(), out: cny(9_900) }, attention: attention('money-out-goods-not-back') });

    expect(rowOf(view, title, options).attention).toEqual(['because money-out-goods-not-back: CN¥99.00']);
    expect(rowOf(view, title, inChinese).attention).toEqual(['因为money-out-goods-not-back：¥99.00']);
  });

  it('knows of deadlines that the platform names in a way of its own', () => {
    expect(rowOf(viewOf({ platformDeadlines: { 'appeal-evidence': hour(13) } }), title, options).deadline).toBe(
      'appeal-evidence in 1 h',
    );
  });

  it.each([
    [
      'each parcel on its way',
      { headline: 'on-its-way', parcels: [parcel({ stage: 'received' }), parcel()] },
      'received by the warehouse + numbered, not yet picked up',
    ],
    [
      'what befell one',
      { headline: 'on-its-way', parcels: [parcel({ stage: 'in-transit', sides: ['lost'] })] },
      'lost',
    ],
    ['the money', { headline: 'closed', money: paid() }, 'approved, CN¥99.00'],
    [
      'how much of the money',
      {
        headline: 'partly-refunded',
        money: { ...paid(), paid: cny(5_000), owed: { basis: 'asked', amount: cny(9_900) } },
      },
      'approved, CN¥50.00 of CN¥99.00',
    ],
    [
      'what is owed for goods that are back',
      { headline: 'stocked-in', quality: 'passed', money: { ...paid(), back: cny(9_900) } },
      'CN¥99.00 owed',
    ],
    [
      'whose fault it seems to be',
      { headline: 'checked', quality: 'failed', liability: 'buyer' },
      'failed, fault of the buyer',
    ],
    [
      'that nobody can say whose',
      { headline: 'stocked-in', quality: 'failed', liability: 'unclear' },
      'failed, fault unclear',
    ],
    [
      'how many units came',
      {
        headline: 'partly-received',
        parcels: [parcel({ stage: 'received' }), parcel({ stage: 'in-transit' })],
        goods: [units({ expected: 3, received: 1 })],
      },
      '1 of 3 came, in transit',
    ],
    [
      'that goods which went out come home',
      {
        headline: 'on-its-way',
        parcels: [parcel({ stage: 'in-transit', sides: ['returned-to-sender'], isOutbound: true })],
      },
      'coming home: in transit',
    ],
    ['another kind of case', { headline: 'approved', kind: 'refund-only' }, 'refund only'],
    ['any kind, of a wish', { headline: 'requested', decision: { value: 'new' } }, 'return and refund'],
    [
      'the decision, where the headline does not imply it',
      { headline: 'closed', decision: { value: 'withdrawn' } },
      'withdrawn',
    ],
  ] as const)('shows %s', (_, more, stands) => {
    expect(rowOf(viewOf(more), title, options).stands).toBe(stands);
  });
});
