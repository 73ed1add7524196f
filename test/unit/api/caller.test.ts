import { describe, expect, it } from 'vitest';
import { callerOf, canSee, groupsOf, sightOf } from '#shared/api/caller.ts';

const team = { id: 'day', oidcGroup: 'day-team', shops: ['standard:main'], grades: [], targets: {} };
const teams = [
  team,
  { ...team, id: 'night', oidcGroup: 'night-team', shops: ['standard:outlet'] },
  { ...team, id: 'all', oidcGroup: 'all-team', shops: [] },
];

describe('groupsOf', () => {
  it.each<[string, unknown]>([
    ['a list', ['agent', 'day-team']],
    ['the text of a JSON list', '["agent","day-team"]'],
  ])('reads %s', (_, claim) => {
    expect(groupsOf({ 'cognito:groups': claim })).toEqual(['agent', 'day-team']);
    expect(groupsOf({ groups: claim })).toEqual(['agent', 'day-team']);
  });

  it.each(['admin', '[admin]', ' [admin] ', '["admin"]'])('reads one name from the text %j', (claim) => {
    expect(groupsOf({ groups: claim })).toEqual(['admin']);
  });

  it.each([
    ['returns admin'],
    ['[returns admin]'],
    ['[returns, admin]'],
    ['returns,admin'],
    ['["returns admin"]'],
    [['returns admin']],
  ])('C7: makes nobody an admin by %j', (claim) => {
    expect(groupsOf({ groups: claim })).not.toContain('admin');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 7],
    ['an object', { agent: true }],
    ['an empty list', '[]'],
    ['a JSON list that breaks off', '["agent'],
  ])('reads no group from %s', (_, claim) => {
    expect(groupsOf({ groups: claim })).toEqual([]);
  });
});

describe('sightOf', () => {
  it.each<[string, readonly string[], ReturnType<typeof sightOf>]>([
    ['nothing to a stranger', ['guests'], { kind: 'none' }],
    ['nothing to nobody', [], { kind: 'none' }],
    ['all to an agent without a team', ['agent'], { kind: 'all' }],
    ['a team its shops', ['day-team'], { kind: 'shops', shops: ['standard:main'] }],
    ['only the team its shops, agent or not', ['agent', 'day-team'], { kind: 'shops', shops: ['standard:main'] }],
    [
      'two teams both their shops',
      ['day-team', 'night-team'],
      { kind: 'shops', shops: ['standard:main', 'standard:outlet'] },
    ],
    ['all to a team without shops', ['all-team'], { kind: 'all' }],
    ['all to an admin', ['admin', 'day-team'], { kind: 'all' }],
    ['all to a warehouse', ['warehouse'], { kind: 'all' }],
    ['all to a merchant-approver', ['merchant-approver'], { kind: 'all' }],
    ['nothing for a group that only contains the name of one', ['administrators', 'agents'], { kind: 'none' }],
  ])('shows %s', (_, groups, sight) => {
    expect(sightOf(groups, { teams })).toEqual(sight);
  });
});

describe('canSee', () => {
  const sight = { kind: 'shops', shops: ['standard:main'] } as const;
  const sees = (source: string, shop: string) => canSee(sight, { source, shop });

  it('takes the whole name of a shop', () => {
    expect([sees('standard', 'main'), sees('standard', 'main2'), sees('standard', '')]).toEqual([true, false, false]);
  });

  it('C6: shows a team nothing of the shop of that name at another source', () => {
    expect(sees('shopify', 'main')).toBe(false);
  });

  it('C6: shows nothing by a name that says no source', () => {
    expect(canSee({ kind: 'shops', shops: ['main'] }, { source: 'standard', shop: 'main' })).toBe(false);
  });
});

describe('callerOf', () => {
  const claims = { sub: '3f2c7a10', 'cognito:username': 'demo-agent', groups: ['agent'] };
  const issuer = { issuer: 'https://id.example', audience: ['a'], origins: [] };

  it('names people by their subject, whatever they are called', () => {
    expect(callerOf(claims, { teams, identity: issuer }).person).toBe('3f2c7a10');
    expect(callerOf({ ...claims, sub: '' }, { teams, identity: issuer })).not.toHaveProperty('person');
  });

  it("names people of the demo's own pool as its file does: by their user names", () => {
    expect(callerOf(claims, { teams, identity: 'demo-user-pool' }).person).toBe('demo-agent');
  });
});
