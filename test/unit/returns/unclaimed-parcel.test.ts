import { describe, expect, it } from 'vitest';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules } from '../../memory/test-merchant.ts';
import { caseKey, heardOfParcel, linkOf, receipt } from './said.ts';

const rules = testParcelRules;
const came = heardOfParcel(10, [receipt(10, 1)]);
const link = (knownAt: number, fields: Partial<ParcelLink> = {}) =>
  linkOf(caseKey, 1, { knownAt: minute(knownAt), ...fields });
const clocksOf = (links: readonly ParcelLink[] = []) =>
  Object.values(foldParcel('PA01', [came], links, [], rules).deadlines ?? {});

describe('the clock of an unclaimed parcel', () => {
  it('runs from when we heard that it came, for a day', () => {
    expect(clocksOf()).toMatchObject([
      { kind: 'unclaimed-parcel', subject: 'PA01', openedAt: minute(10), dueAt: minute(10 + 24 * 60) },
    ]);
  });

  it('is met when a case speaks of it', () => {
    expect(clocksOf([link(70)])).toMatchObject([{ kind: 'unclaimed-parcel', metAt: minute(70) }]);
  });

  it.each([
    ['that a case had named before it came', [link(5)]],
    ['that a case names no more, which had before', [link(5), linkOf('test:a:C2', 1, { knownAt: minute(3) })]],
  ])('does not run for one %s', (_what, links) => {
    expect(clocksOf(links)).toEqual([]);
  });

  it('runs on while a case that named it names another number', () => {
    expect(clocksOf([link(70, { stands: false })])).toMatchObject([{ kind: 'unclaimed-parcel' }]);
    expect(clocksOf([link(70, { stands: false })])[0]).not.toHaveProperty('metAt');
  });

  it('is told of: opened, overdue once its tick came, met', () => {
    const first = foldParcel('PA01', [came], [], [], rules);
    const opened = tellParcel(first, {}, 1, rules.deadlines);
    const [deadline] = Object.values(first.deadlines ?? {});
    const tick = heardOfParcel(10 + 24 * 60, [
      { fact: 'tick', at: minute(10 + 24 * 60), deadlineId: deadline?.id ?? '', phase: 'due', count: 0 },
    ]);
    const late = tellParcel(foldParcel('PA01', [came, tick], [], [], rules), opened.told, 2, rules.deadlines);
    const claimed = foldParcel('PA01', [came, tick], [link(2000)], [], rules);
    const met = tellParcel(claimed, late.told, 3, rules.deadlines);

    expect(opened.changes.map(({ type }) => type)).toEqual(['Return Parcel Unclaimed', 'Deadline Opened']);
    expect(late.changes.map(({ type }) => type)).toEqual(['Deadline Missed']);
    expect(met.changes.map(({ type }) => type)).toEqual(['Return Parcel Claimed', 'Deadline Met']);
  });
});
