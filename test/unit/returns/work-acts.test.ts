import { describe, expect, it } from 'vitest';
import type { RecordKind } from '#shared/returns/acts/act.ts';
import { type Act, type ActName, acts, type NumberedAct } from '#shared/returns/acts/acts.ts';
import { judgeAct } from '#shared/returns/acts/judge-act.ts';
import type { Refusal } from '#shared/returns/acts/refusal.ts';
import { type Role, roles } from '#shared/returns/acts/roles.ts';
import type { CaseRules } from '#shared/returns/case/case.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import { noWork, type Work } from '#shared/returns/work/part.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules, testRules } from '../../memory/test-merchant.ts';
import { caseKey, saidOfCase } from './said.ts';

const teams = {
  day: { group: 'day-team', shops: ['test:a'] },
  night: { group: 'night-team', shops: [] },
  outlet: { group: 'outlet-team', shops: ['test:b'] },
};
const rules: CaseRules = { ...testRules, teams };
const parcelRules = { ...testParcelRules, teams };

type Asked = { readonly act: ActName } & Readonly<Record<string, unknown>>;
interface Step {
  readonly person?: string;
  readonly groups?: readonly string[];
  readonly at?: number;
}

const noteId = '0123456789abcdef0123456789abcdef';

function actOf(asked: Asked, { person = 'ann', groups = ['agent'], at = 10 }: Step = {}): Act {
  return { by: { person, groups }, at: minute(at), ...asked } as unknown as Act;
}

/** A case with these acts, in their order. */
function caseAfter(...taken: readonly Act[]) {
  return foldCase(caseKey, [saidOfCase(0, { fact: 'requested' })], numbered(taken), rules);
}

function parcelAfter(...taken: readonly Act[]) {
  return foldParcel('PA01', [], [], numbered(taken), parcelRules);
}

function numbered(taken: readonly Act[]): NumberedAct[] {
  return taken.map((act, index) => ({ n: index + 1, act }));
}

function workAfter(...taken: readonly Act[]): Work {
  return caseAfter(...taken).work ?? noWork;
}

function refusalOf(act: Act, ...before: readonly Act[]): Refusal | undefined {
  const judged = judgeAct(act, { record: 'case', snapshot: caseAfter(...before), rules });
  return 'refusal' in judged ? judged.refusal : undefined;
}

const claimedBy = (person: string, at = 1) => actOf({ act: 'claim' }, { person, at });
const offered = (to: object, at = 2) => actOf({ act: 'hand-over', to }, { person: 'ann', at });

describe('claim', () => {
  it('makes it its person’s, since then', () => {
    expect(workAfter(claimedBy('ann'))).toEqual({
      owner: { person: 'ann', since: minute(1) },
      notes: 0,
      touchedAt: minute(1),
    });
  });

  it('is refused where another person owns it, and says who, since when, in both languages', () => {
    expect(refusalOf(claimedBy('bo', 5), claimedBy('ann'))).toEqual({
      code: 'owned',
      because: 'state',
      text: { 'zh-CN': '已由 ann 于 2026-03-01 08:01 领取', en: 'owned by ann since 2026-03-01 08:01' },
      owner: { person: 'ann', since: minute(1) },
    });
  });

  it('is no error of one’s own, and leaves since when', () => {
    expect(refusalOf(claimedBy('ann', 5), claimedBy('ann'))).toBeUndefined();
    expect(workAfter(claimedBy('ann'), claimedBy('ann', 5)).owner).toEqual({ person: 'ann', since: minute(1) });
  });

  it('takes back what one offered', () => {
    expect(workAfter(claimedBy('ann'), offered({ team: 'day' }), claimedBy('ann', 5))).not.toHaveProperty('offered');
  });
});

describe('reassign', () => {
  const to = (assignee: object, step: Step = {}) => actOf({ act: 'reassign', to: assignee }, step);

  it('gives what is nobody’s, or one’s own, to a person', () => {
    expect(workAfter(to({ person: 'bo' }, { at: 3 })).owner).toEqual({ person: 'bo', since: minute(3) });
    expect(refusalOf(to({ person: 'bo' }), claimedBy('ann'))).toBeUndefined();
  });

  it('gives it to a team, of which nobody has it yet', () => {
    expect(workAfter(claimedBy('ann'), to({ team: 'night' }))).toMatchObject({ team: 'night' });
    expect(workAfter(claimedBy('ann'), to({ team: 'night' }))).not.toHaveProperty('owner');
  });

  it('keeps the team while somebody of it has it', () => {
    expect(workAfter(to({ team: 'night' }), claimedBy('bo'))).toMatchObject({ team: 'night', owner: { person: 'bo' } });
  });

  it('is refused to an agent where another one owns it; the merchant’s people and admins may', () => {
    const asked = (groups: readonly string[]) =>
      refusalOf(to({ person: 'cy' }, { person: 'bo', groups }), claimedBy('ann'));

    expect([asked(['agent'])?.code, asked(['day-team'])?.code, asked(['warehouse'])?.code]).toEqual([
      'owned',
      'owned',
      'owned',
    ]);
    expect([asked(['merchant-approver']), asked(['admin'])]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a team that nobody configured', { team: 'moon' }, 'unknown-team', 'team must be one of: day, night, outlet'],
    ['a team of other shops', { team: 'outlet' }, 'team-of-other-shops', 'team outlet does not see this shop'],
  ])('is refused to %s', (_what, assignee, code, en) => {
    expect(refusalOf(to(assignee))).toMatchObject({ code, because: 'wrong', text: { en } });
  });

  it('is refused to any team where the merchant has none', () => {
    const snapshot = caseAfter();
    const judged = judgeAct(to({ team: 'day' }), { record: 'case', snapshot, rules: testRules });

    expect(judged).toMatchObject({
      refusal: { code: 'unknown-team', text: { en: "the merchant's file has no teams" } },
    });
  });

  it('of a parcel takes any team: nobody knows whose shop it is', () => {
    const judged = judgeAct(to({ team: 'outlet' }), { record: 'parcel', snapshot: parcelAfter(), rules: parcelRules });
    expect(judged).not.toHaveProperty('refusal');
  });
});

describe('release', () => {
  it('makes it nobody’s, and leaves its team', () => {
    const given = actOf({ act: 'reassign', to: { team: 'night' } });
    expect(workAfter(given, claimedBy('ann'), actOf({ act: 'release' }))).toEqual({
      team: 'night',
      notes: 0,
      touchedAt: minute(10),
    });
  });

  it('is refused where nobody owns it, and of what another one owns', () => {
    expect(refusalOf(actOf({ act: 'release' }))).toMatchObject({ code: 'not-owned', text: { en: 'nobody owns it' } });
    expect(refusalOf(actOf({ act: 'release' }, { person: 'bo' }), claimedBy('ann'))).toMatchObject({ code: 'owned' });
  });
});

describe('hand-over', () => {
  it('offers it, and leaves it its owner’s', () => {
    expect(workAfter(claimedBy('ann'), offered({ team: 'night' }))).toMatchObject({
      owner: { person: 'ann', since: minute(1) },
      offered: { by: 'ann', at: minute(2), to: { team: 'night' } },
    });
  });

  it.each<[string, readonly Act[], Act, string]>([
    ['of what nobody owns', [], offered({ team: 'night' }), 'not-owned'],
    ['of what another one owns', [claimedBy('bo')], offered({ team: 'night' }), 'owned'],
    ['to a team that nobody configured', [claimedBy('ann')], offered({ team: 'moon' }), 'unknown-team'],
  ])('is refused %s', (_what, before, act, code) => {
    expect(refusalOf(act, ...before)?.code).toBe(code);
  });
});

describe('accept', () => {
  const acceptedBy = (person: string, groups: readonly string[], at = 3) =>
    actOf({ act: 'accept' }, { person, groups, at });

  it('turns it over to whoever of the team accepts it, and gives it that team', () => {
    const work = workAfter(claimedBy('ann'), offered({ team: 'night' }), acceptedBy('bo', ['night-team']));

    expect(work).toEqual({ owner: { person: 'bo', since: minute(3) }, team: 'night', notes: 0, touchedAt: minute(3) });
  });

  it('turns it over to the person whom it was offered to', () => {
    const before = [claimedBy('ann'), offered({ person: 'bo' })];

    expect(refusalOf(acceptedBy('bo', ['agent']), ...before)).toBeUndefined();
    expect(workAfter(...before, acceptedBy('bo', ['agent'])).owner?.person).toBe('bo');
  });

  it.each<[string, readonly Act[], Act, string]>([
    ['where it was not handed over', [], acceptedBy('bo', ['agent']), 'not-offered'],
    [
      'by who is not of the team',
      [claimedBy('ann'), offered({ team: 'night' })],
      acceptedBy('bo', ['day-team']),
      'offered-to-another',
    ],
    [
      'by who is not the person',
      [claimedBy('ann'), offered({ person: 'cy' })],
      acceptedBy('bo', ['agent']),
      'offered-to-another',
    ],
  ])('is refused %s', (_what, before, act, code) => {
    expect(refusalOf(act, ...before)?.code).toBe(code);
  });

  it('names who accepted it first', () => {
    const before = [claimedBy('ann'), offered({ team: 'night' }), acceptedBy('bo', ['night-team'])];

    expect(refusalOf(acceptedBy('cy', ['night-team'], 4), ...before)).toMatchObject({
      code: 'owned',
      owner: { person: 'bo' },
    });
  });

  it('is no error of what one has accepted already', () => {
    const before = [claimedBy('ann'), offered({ team: 'night' }), acceptedBy('bo', ['night-team'])];
    expect(refusalOf(acceptedBy('bo', ['night-team'], 4), ...before)).toBeUndefined();
  });
});

describe('note', () => {
  const note = (fields: object = {}, step: Step = {}) => actOf({ act: 'note', noteId, ...fields } as Asked, step);

  it('is counted, and is nowhere in the record', () => {
    const snapshot = caseAfter(note(), note());

    expect(snapshot.work).toEqual({ notes: 2, touchedAt: minute(10) });
    expect(JSON.stringify(snapshot)).not.toContain(noteId);
  });

  it('keeps what was promised until another promise, or until it was kept', () => {
    const first = note({ promisedUntil: minute(60) });
    const second = note({ promisedUntil: minute(90) }, { person: 'bo', at: 20 });

    expect(workAfter(first, note()).promised).toEqual({ until: minute(60), at: minute(10), by: 'ann' });
    expect(workAfter(first, second).promised).toEqual({ until: minute(90), at: minute(20), by: 'bo' });
    expect(workAfter(first, note({ promisedUntil: null }))).not.toHaveProperty('promised');
  });

  it.each([
    ['has passed', minute(10), 'time-passed'],
    ['is in another year', minute(10 + 91 * 24 * 60), 'too-far-off'],
  ])('is refused with a promise whose time %s', (_what, promisedUntil, code) => {
    expect(refusalOf(note({ promisedUntil }))).toMatchObject({ code, because: 'wrong' });
  });

  it('takes no text: that is kept apart', () => {
    expect(refusalOf(note({ text: '王小明 13800138000' }))).toMatchObject({ code: 'malformed' });
  });
});

describe('flag', () => {
  const flag = (colour: string) => actOf({ act: 'flag', flag: colour });

  it('puts one flag on, in place of another, and takes it off', () => {
    expect(workAfter(flag('red'), flag('blue')).flag).toBe('blue');
    expect(workAfter(flag('red'), flag('none'))).not.toHaveProperty('flag');
  });

  it('has no sixth colour', () => {
    expect(refusalOf(flag('black'))).toMatchObject({ code: 'malformed' });
  });
});

describe('snooze and wake', () => {
  const snooze = (until: string, reason = 'waits-for-carrier') => actOf({ act: 'snooze', until, reason });

  it('puts a record off until then, with who did and why, and ends that', () => {
    expect(workAfter(snooze(minute(60))).snooze).toEqual({
      until: minute(60),
      reason: 'waits-for-carrier',
      at: minute(10),
      by: 'ann',
    });
    expect(workAfter(snooze(minute(60)), actOf({ act: 'wake' }))).not.toHaveProperty('snooze');
  });

  it.each([
    ['whose time has passed', snooze(minute(9)), 'time-passed'],
    ['of another year', snooze(minute(91 * 24 * 60 + 11)), 'too-far-off'],
    ['without a reason', snooze(minute(60), ''), 'malformed'],
  ])('is refused %s', (_what, act, code) => {
    expect(refusalOf(act)?.code).toBe(code);
  });

  it('wakes nothing that is not put off', () => {
    expect(refusalOf(actOf({ act: 'wake' }))).toMatchObject({ code: 'not-snoozed', because: 'state' });
  });
});

describe('handled-on-platform', () => {
  it('is not one on a parcel, which has no store', () => {
    const act = actOf({ act: 'handled-on-platform', did: 'approved' });
    const judged = judgeAct(act, { record: 'parcel', snapshot: parcelAfter(), rules: parcelRules });

    expect(judged).toMatchObject({ refusal: { text: { en: 'act handled-on-platform is not one on a parcel' } } });
  });

  it('is refused where it says what nobody can have done', () => {
    expect(refusalOf(actOf({ act: 'handled-on-platform', did: 'shouted' }))).toMatchObject({ code: 'malformed' });
  });
});

describe('a record', () => {
  it('has no work while nobody worked on it, whatever else a person decided', () => {
    const chosen = actOf({ act: 'choose-warehouse', warehouseId: 'west' });

    expect(caseAfter()).not.toHaveProperty('work');
    expect(caseAfter(chosen)).not.toHaveProperty('work');
    expect(parcelAfter()).not.toHaveProperty('work');
  });

  it('was touched last by any act of a person', () => {
    const chosen = actOf({ act: 'choose-warehouse', warehouseId: 'west' }, { at: 30 });
    expect(workAfter(claimedBy('ann'), chosen).touchedAt).toBe(minute(30));
  });

  it('of a parcel has the same work', () => {
    expect(parcelAfter(claimedBy('ann'), actOf({ act: 'flag', flag: 'red' })).work).toEqual({
      owner: { person: 'ann', since: minute(1) },
      flag: 'red',
      notes: 0,
      touchedAt: minute(10),
    });
  });
});

/** Who may ask for what, in one table. */
const mayAsk: Readonly<Partial<Record<ActName, readonly Role[]>>> = {
  'choose-warehouse': ['agent', 'merchant-approver', 'admin'],
  allot: ['agent', 'warehouse', 'admin'],
  claim: roles,
  reassign: roles,
  release: roles,
  'hand-over': roles,
  accept: roles,
  note: roles,
  flag: roles,
  snooze: roles,
  wake: roles,
  'handled-on-platform': ['agent', 'merchant-approver', 'admin'],
};

const inputs: Readonly<Partial<Record<ActName, object>>> = {
  'choose-warehouse': { warehouseId: 'west' },
  allot: { units: {} },
  claim: {},
  reassign: { to: { person: 'bo' } },
  release: {},
  'hand-over': { to: { team: 'night' } },
  accept: {},
  note: { noteId },
  flag: { flag: 'red' },
  snooze: { until: minute(60), reason: 'other' },
  wake: {},
  'handled-on-platform': { did: 'refunded' },
};

describe('roles', () => {
  const names = Object.keys(mayAsk) as ActName[];
  const groupsOf: readonly (readonly [string, readonly string[], readonly Role[]])[] = [
    ...roles.map((role) => [role, [role], [role]] as const),
    ['the group of a team', ['night-team'], ['agent']],
    ['a warehouse’s clerk who is in a team', ['warehouse', 'day-team'], ['warehouse', 'agent']],
    ['a group of nobody’s', ['agents'], []],
    ['no group', [], []],
  ];

  it.each(groupsOf.flatMap(([who, groups, own]) => names.map((name) => [who, name, groups, own] as const)))(
    'of %s are asked for %s',
    (_who, name, groups, own) => {
      const act = actOf({ act: name, ...inputs[name] }, { groups });
      const record: RecordKind = acts[name].on.includes('case') ? 'case' : 'parcel';
      const on =
        record === 'case'
          ? ({ record, snapshot: caseAfter(), rules } as const)
          : ({ record, snapshot: parcelAfter(), rules: parcelRules } as const);
      const judged = judgeAct(act, on);
      const isRefused = 'refusal' in judged && judged.refusal.code === 'not-your-role';

      expect(isRefused).toBe(!mayAsk[name]?.some((role) => own.includes(role)));
    },
  );

  it('are told to who has none of them, in both languages', () => {
    expect(refusalOf(actOf({ act: 'handled-on-platform', did: 'refunded' }, { groups: ['warehouse'] }))).toEqual({
      code: 'not-your-role',
      because: 'role',
      text: {
        'zh-CN': '您的角色不能这样做；可以的有：agent、merchant-approver、admin',
        en: 'not your role; it is for: agent, merchant-approver, admin',
      },
    });
  });
});

describe('the rows of people’s work', () => {
  const working = (Object.keys(acts) as ActName[]).filter((name) => 'does' in acts[name]);

  it('stand in the table of roles, each of them', () => {
    expect(working.filter((name) => !mayAsk[name])).toEqual([]);
    expect(working).toHaveLength(10);
  });

  it('make no act stale, and no act makes them stale', () => {
    expect(working.flatMap((name) => acts[name].staleAfter)).toEqual([]);
    const others = Object.values(acts).flatMap(({ staleAfter }) => staleAfter);
    expect(others.filter((name) => (working as readonly string[]).includes(name))).toEqual([]);
  });
});
