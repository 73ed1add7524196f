import { describe, expect, it } from 'vitest';
import { calendarEnds } from '#shared/policy/calendar-ends.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { policyReadingOf, readRevisions } from '#shared/policy/revisions.ts';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const { calendar } = demoPolicy;
const { hours } = calendar;
const noHours = { workday: [], restday: [], holiday: ['00:00-24:00'] };
const notice = {
  source: 'doudian',
  link: 'https://platform.example/1',
  from: '2026-02-14T16:00:00.000Z',
  to: '2026-02-22T16:00:00.000Z',
};

const faultsOf = (changes: object) => {
  const { error } = policySchema.safeParse({ ...demoPolicy, calendar: { ...calendar, ...changes } });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the calendar of a policy', () => {
  it('is day and night in a policy that was stored before there were calendars', () => {
    const { calendar: _calendar, ...before } = demoPolicy;
    expect(policySchema.parse(before).calendar).toEqual(roundTheClock);
  });

  it.each<[string, object]>([
    ['several spans a day', { hours: { ...hours, workday: ['08:00-12:00', '12:00-18:00', '20:00-24:00'] } }],
    [
      'days of the merchant’s own, with and without hours',
      { ownDays: { '2026-11-11': ['00:00-24:00'], '2026-11-12': [] } },
    ],
    ['a notice of a platform', { notices: [notice] }],
    ['hours on days of rest only', { hours: { ...noHours, restday: ['09:00-10:00'] }, restDays: ['monday'] }],
  ])('may have %s', (_, changes) => {
    expect(faultsOf(changes)).toBeUndefined();
  });

  it.each<[string, object, RegExp]>([
    [
      'no hours but on holidays',
      { hours: noHours },
      /^calendar: must have at least an hour of work in an ordinary week$/,
    ],
    [
      'hours on days of rest only, and no such day',
      { hours: { ...noHours, restday: ['09:00-18:00'] }, restDays: [] },
      /^calendar: /,
    ],
    [
      'hours that end before they begin',
      { hours: { ...hours, workday: ['18:00-09:00'] } },
      /^calendar.hours.workday.0: must begin before it ends$/,
    ],
    ['hours over midnight', { hours: { ...hours, workday: ['18:00-25:00'] } }, /must be such as 09:00-18:00$/],
    [
      'hours within others',
      { hours: { ...hours, workday: ['09:00-18:00', '12:00-13:00'] } },
      /^calendar.hours.workday: must stand in their order/,
    ],
    ['a day that there is not', { ownDays: { '2026-02-30': [] } }, /^calendar.ownDays/],
    ['a weekday that there is not', { restDays: ['someday'] }, /^calendar.restDays.0/],
    [
      'a notice that ends before it begins',
      { notices: [{ ...notice, from: notice.to, to: notice.from }] },
      /^calendar.notices.0: must begin/,
    ],
    ['a notice without a link', { notices: [{ ...notice, link: 'somewhere' }] }, /^calendar.notices.0.link/],
  ])('may not have %s', (_, changes, fault) => {
    expect(faultsOf(changes)?.[0]).toMatch(fault);
  });
});

describe('a stored policy', () => {
  const stored = (fields: object) => ({ revision: 'r-1', effectiveAt: '2026-03-01T00:00:00.000Z', policy: fields });
  const read = (fields: object) => readRevisions([stored(fields)], policyReadingOf(testMerchant));

  it('has the parts of the calendar that it says, and of the others what lies under it', () => {
    const { spells } = read({ calendar: { notices: [notice] } });
    expect(spells.at(-1)?.policy.calendar).toEqual({ ...roundTheClock, notices: [notice] });
  });

  it('counts as not stored where its calendar is none', () => {
    expect(read({ calendar: 'always' }).wrong).toMatchObject([
      { revision: 'r-1', fault: { code: 'policy-not-valid' } },
    ]);
    expect(read({ calendar: { hours: noHours } }).wrong).toHaveLength(1);
  });
});

describe('calendarEnds', () => {
  const at = (text: string) => text as Instant;

  it('warns from thirty days before its days end', () => {
    expect(calendarEnds(demoPolicy, at('2026-11-30T23:59:59.000Z'))).toBeUndefined();
    expect(calendarEnds(demoPolicy, at('2026-12-02T00:00:00.000Z'))).toMatchObject({
      code: 'calendar-ends',
      message: expect.stringContaining('ends on 2026-12-31'),
    });
  });

  it('has nothing to say of a calendar that knows no public days', () => {
    expect(calendarEnds({ ...demoPolicy, calendar: roundTheClock }, at('2030-01-01T00:00:00.000Z'))).toBeUndefined();
  });
});
