import { describe, expect, it } from 'vitest';
import { shownAs } from './shown-as.ts';

const long = 'p'.repeat(60);
const notify = {
  people: [
    { person: 'p-day', name: '小白', team: 'day' },
    { person: 'p-night', name: '小黑', team: 'night' },
    { person: 'p-free', name: '老板' },
    { person: 'p-nameless', team: 'day' },
  ],
};
const teams = [
  { id: 'day', oidcGroup: 'day', shops: ['standard:main'] },
  { id: 'night', oidcGroup: 'night', shops: ['standard:outlet'] },
  { id: 'every', oidcGroup: 'every', shops: [] },
];

describe('showMe', () => {
  it('names the people that have a name, of no team or of one that sees a shop in sight', async () => {
    const { people } = await shownAs({ sub: 'me', groups: ['day'] }, { teams, notify });
    expect(people).toEqual([
      { person: 'p-day', name: '小白', team: 'day' },
      { person: 'p-free', name: '老板' },
    ]);
  });

  it('has the teams to which a record in sight may be given', async () => {
    expect(await shownAs({ sub: 'me', groups: ['day'] }, { teams, notify })).toMatchObject({
      teams: ['day'],
      teamsInSight: ['day', 'every'],
      teamShops: { day: ['standard:main'], every: [] },
    });
    expect(await shownAs({ sub: 'me', groups: ['admin'] }, { teams, notify })).toMatchObject({
      teams: [],
      teamsInSight: ['day', 'night', 'every'],
      teamShops: { day: ['standard:main'], night: ['standard:outlet'], every: [] },
    });
  });

  it('tells nobody of shops out of sight, be they those of a team in sight', async () => {
    const two = [teams[0], { id: 'both', oidcGroup: 'both', shops: ['standard:main', 'standard:outlet'] }];
    const me = await shownAs({ sub: 'me', groups: ['day'] }, { teams: two, notify });
    expect(me.teamShops).toEqual({ day: ['standard:main'], both: ['standard:main'] });
  });

  it('says by which lists name a person whose id is longer than they have room for', async () => {
    expect(await shownAs({ sub: 'me', groups: ['admin'] }, { teams, notify })).not.toHaveProperty('listedAs');
    const people = [{ person: long, name: '小长' }];
    const me = await shownAs({ sub: long, groups: ['admin'] }, { teams, notify: { people } });
    expect(me.listedAs).toMatch(/^#[0-9a-f]{32}$/);
    expect(me.people).toEqual([{ person: long, listedAs: me.listedAs, name: '小长' }]);
  });
});
