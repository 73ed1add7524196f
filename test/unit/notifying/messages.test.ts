import { describe, expect, it } from 'vitest';
import { layoutOf } from '#shared/notifying/layout.ts';
import { ringNotice } from '#shared/notifying/ring-notice.ts';
import { ringsOf } from '#shared/notifying/rings-of.ts';
import { testNotice } from '#shared/notifying/test-notice.ts';
import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import type { Locale } from '#shared/words/locale.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';
import { routedMerchant } from './routed.ts';

const people = [
  { person: 'p1', name: '小白', dingtalk: 'agent01' },
  { person: 'p2', name: '小黑' },
];
const merchant = routedMerchant({ people }, { links: { case: 'https://board.example/cases/{key}', backOffice: {} } });
const noticeOf = (entry: Entry, locale: Locale = 'zh-CN', called = merchant.notify.people.slice(0, 1)) => {
  const [ring] = ringsOf([entry], [], lookedAt);
  return ringNotice(
    { robot: 'r', ring: ring ?? expect.unreachable('it should ring'), called },
    lookedAt,
    layoutOf({ ...merchant, locale }),
  );
};

const urgent: CaseEntry = caseEntry('D-1', {
  key: 'doudian:4400123:D-1',
  source: 'doudian',
  shop: '4400123',
  kind: 'return',
  reason: '402',
  signedAt: hours(-50),
  platform: { kind: 'platform-decision', subject: 'refund', dueAt: hours(25 / 60) },
  todos: [todo('refund', { stake: 12_900 })],
});

describe('one urgent thing', () => {
  it('says where, how long, what happens then, what to do, who has it and who is next, in Chinese', () => {
    expect(noticeOf(urgent)).toMatchObject({
      type: 'notice.ring',
      isUrgent: true,
      title: '平台时限最后半小时：doudian 4400123',
      lines: [
        '时限：剩 25 分（12:25），到时平台自动退款，涉及 ¥129.00',
        '要做：退款（退货退款，签收第 3 天，原因 402）',
        '负责：无人领取；下一位：小白',
        '售后单：D-1',
      ],
      link: { label: '打开售后单', url: 'https://board.example/cases/doudian%3A4400123%3AD-1' },
      people: [{ person: 'p1' }],
    });
  });

  it('says the same in English', () => {
    expect(noticeOf(urgent, 'en').lines).toEqual([
      'Time: in 25 min (12:25), the platform refunds by itself, CN¥129.00 at stake',
      'To do: Refund (return and refund, day 3 since signed for, reason 402)',
      'Who: nobody yet; next: 小白',
      'Case: D-1',
    ]);
  });

  it('says whose it is, and to whom it was handed', () => {
    const work = {
      notes: 0,
      owner: { person: 'p1', since: hours(-9) },
      offered: { at: hours(-1), to: { person: 'p2' } },
    };

    expect(noticeOf({ ...urgent, work }).lines).toContain('负责：小白；下一位：小黑');
  });

  it('names nobody whom the merchant’s file does not name', () => {
    const work = { notes: 0, owner: { person: 'subject-of-a-stranger', since: hours(-9) } };
    const notice = noticeOf({ ...urgent, work }, 'zh-CN', []);

    expect(notice.lines).toContain('负责：已领取');
    expect(JSON.stringify(notice)).not.toContain('stranger');
  });

  it('says how long something waits that has no time', () => {
    const notice = noticeOf(caseEntry('C1', { todos: [todo('contact-buyer')] }));

    expect(notice).toMatchObject({ isUrgent: false, title: '质检异常，待联系买家：test a' });
    expect(notice.lines[0]).toBe('已等待：3 小时');
    expect(notice.lines[1]).toBe('要做：联系买家协商');
  });

  it('names a parcel by its number, and has no link for it', () => {
    const notice = noticeOf(parcelEntry('SF1', { todos: [todo('contact-buyer')] }));

    expect(notice.lines).toContain('包裹：SF1');
    expect(notice.link).toBeUndefined();
  });

  it('has the same id whenever the same is told, without a full stop', () => {
    expect(noticeOf(urgent).id).toBe(noticeOf({ ...urgent, version: 7, headline: 'approved' }).id);
    expect(noticeOf(urgent).id).not.toBe(noticeOf({ ...urgent, key: 'doudian:4400123:D-2' }).id);
    expect(noticeOf(urgent).id).toMatch(/^notice_[0-9a-f]{32}$/);
  });

  it('tells programs keys and times, and nothing that names a person', () => {
    expect(noticeOf({ ...urgent, work: { notes: 0, owner: { person: 'p1', since: hours(-9) } } }).data).toEqual({
      level: 'half-hour',
      rings: [
        {
          level: 'half-hour',
          since: hours(25 / 60 - 0.5),
          dueAt: hours(25 / 60),
          caseKey: 'doudian:4400123:D-1',
          isClaimed: true,
        },
      ],
    });
  });
});

describe('ATTACK: markup, marks and ends of lines in what a record holds', () => {
  const attack = '\u202e](https://evil)\n\n# **@all** <at id=all></at>\u2028\u0007';

  it.each(['caseId', 'shop', 'reason', 'source', 'kind'] as const)('in %s breaks no message', (field) => {
    const notice = noticeOf({ ...urgent, [field]: attack });
    const texts = [notice.title, ...notice.lines];

    expect(texts).toHaveLength(5);
    expect(texts.join('')).toContain('](https');
    for (const text of texts) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  it('in a key leads to no other address', () => {
    const { link } = noticeOf({ ...urgent, key: 'x/../../?a=b#c"><' });

    expect(new URL(link?.url ?? '')).toMatchObject({ host: 'board.example', search: '', hash: '' });
  });

  it('makes no line longer than people read', () => {
    expect(Math.max(...noticeOf({ ...urgent, reason: 'x'.repeat(5000) }).lines.map((line) => line.length))).toBe(300);
  });
});

describe('a test message', () => {
  it('asks nobody to do anything', () => {
    expect(testNotice('group', '1', [], layoutOf(merchant))).toMatchObject({
      type: 'notice.digest',
      isUrgent: false,
      title: 'Test message',
      lines: ['This is a test of the robot group: nothing has to be done.'],
    });
  });
});
