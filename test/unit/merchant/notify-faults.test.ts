import { describe, expect, it } from 'vitest';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { readMerchant } from '../../../infra/merchant.ts';

const robot = { id: 'group', kind: 'dingtalk' };
const route = { robots: ['group'] };

function faultsOf(notify: object, fields: object = {}): string[] {
  const raw = JSON.parse(JSON.stringify(readMerchant('demo')));
  const parsed = merchantSchema.safeParse({ ...raw, ...fields, notify });
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('notify in a merchant’s file', () => {
  it.each([
    ['a robot with a route', { robots: [robot], routes: [route] }],
    ['nothing', {}],
    ['mail', { robots: [{ id: 'lead', kind: 'mail', to: ['a@example.com'] }], routes: [{ robots: ['lead'] }] }],
    ['a summary at eight', { digestAt: ['08:00'], shiftsAt: ['22:59'] }],
    [
      'a robot of this machine, since it is a demo',
      { robots: [{ ...robot, url: 'http://127.0.0.1:1/x' }], routes: [route] },
    ],
  ])('may be %s', (_, notify) => {
    expect(faultsOf(notify)).toEqual([]);
  });

  it.each([
    [{ robots: [robot, robot], routes: [route] }, 'notify.robots.1.id: is there twice'],
    [{ robots: [robot] }, 'notify.robots.0.id: no route leads to it; name it in routes, or take it out'],
    [
      { robots: [{ id: 'group', kind: 'mail' }], routes: [route] },
      'notify.robots.0.to: a mail robot needs the addresses that it writes to',
    ],
    [
      { robots: [{ id: 'group', kind: 'mail', to: ['a@example.com'], url: 'https://x.example' }], routes: [route] },
      'notify.robots.0.url: a mail robot has no url',
    ],
    [
      { robots: [{ ...robot, to: ['a@example.com'] }], routes: [route] },
      'notify.robots.0.to: only a mail robot has addresses',
    ],
    [{ robots: [robot], routes: [{ robots: ['group', 'grup'] }] }, 'notify.routes.0.robots.1: must be one of: group'],
    [{ robots: [robot], routes: [{ ...route, team: 'x' }] }, 'notify.routes.0.team: must be one of: day-team'],
    [{ robots: [robot], routes: [{ ...route, people: ['p'] }] }, 'notify.routes.0.people.0: must be one of: '],
    [
      { robots: [robot], routes: [{ ...route, hours: '09:00-09:00' }] },
      'notify.routes.0.hours: begins when it ends; leave it out for a route of all hours',
    ],
    [{ people: [{ person: 'p' }, { person: 'p' }] }, 'notify.people.1.person: is there twice'],
    [{ people: [{ person: 'p', team: 'x' }] }, 'notify.people.0.team: must be one of: day-team'],
    [{ people: [{ person: 'p', wecom: '@all> x' }] }, 'notify.people.0.wecom: use letters, digits and ._@+- only'],
    [{ digestAt: ['07:59'] }, 'notify.digestAt.0: lies between 23:00 and 08:00, when only what cannot wait is told'],
    [{ shiftsAt: ['18.30'] }, 'notify.shiftsAt.0: use a time of day, such as 08:30'],
  ])('names the field that is wrong in %j', (notify, fault) => {
    expect(faultsOf(notify)).toEqual([fault]);
  });

  it('holds no address of a robot outside a demo', () => {
    const notify = {
      robots: [{ ...robot, url: 'https://oapi.dingtalk.com/robot/send?access_token=x' }],
      routes: [route],
    };

    expect(faultsOf(notify, { demo: false })).toContain(
      'notify.robots.0.url: is a secret outside a demo: put it into the secret notify/group',
    );
  });
});
