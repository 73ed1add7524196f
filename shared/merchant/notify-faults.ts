import type { SettingFault } from '#shared/sources/about.ts';
import type { Notify } from './notify.ts';
import { isQuiet } from './quiet-hours.ts';
import { brokenOf, mustBeOneOf, type Rule } from './rule.ts';

export interface CheckedNotify {
  readonly demo: boolean;
  readonly teams: readonly { readonly id: string }[];
  readonly notify: Notify;
}

/** Names that stand for nothing, and robots that nobody would ever hear. */
export function notifyFaults(merchant: CheckedNotify): SettingFault[] {
  const { notify } = merchant;
  const below = (faults: readonly SettingFault[]) =>
    faults.map((each) => ({ ...each, path: ['notify', ...each.path] }));
  return [
    ...below(notify.robots.flatMap((_, index) => robotFaults(merchant, index))),
    ...below(notify.routes.flatMap((_, index) => routeFaults(merchant, index))),
    ...below(notify.people.flatMap((_, index) => personFaults(merchant, index))),
    ...below([...timeFaults(notify, 'digestAt'), ...timeFaults(notify, 'shiftsAt')]),
  ];
}

function robotFaults({ notify: { robots, routes }, demo }: CheckedNotify, index: number): SettingFault[] {
  const robot = robots[index];
  if (!robot) {
    return [];
  }
  const { id, kind, url, to } = robot;
  const path = ['robots', index];
  const isMail = kind === 'mail';
  const rules: Rule[] = [
    [robots.findIndex((each) => each.id === id) < index, { path: [...path, 'id'], message: 'is there twice' }],
    [
      isMail && !(to && to.length > 0),
      { path: [...path, 'to'], message: 'a mail robot needs the addresses that it writes to' },
    ],
    [!isMail && to !== undefined, { path: [...path, 'to'], message: 'only a mail robot has addresses' }],
    [isMail && url !== undefined, { path: [...path, 'url'], message: 'a mail robot has no url' }],
    [
      !isMail && url !== undefined && !demo,
      { path: [...path, 'url'], message: `is a secret outside a demo: put it into the secret notify/${id}` },
    ],
    [
      !routes.some((route) => route.robots.includes(id)),
      { path: [...path, 'id'], message: 'no route leads to it; name it in routes, or take it out' },
    ],
  ];
  return brokenOf(rules);
}

function routeFaults({ notify: { robots, routes, people }, teams }: CheckedNotify, index: number): SettingFault[] {
  const route = routes[index];
  if (!route) {
    return [];
  }
  const path = ['routes', index];
  const [from, until] = route.hours?.split('-') ?? [];
  return [
    ...unknownOf(route.team === undefined ? [] : [route.team], idsOf(teams), () => [...path, 'team']),
    ...unknownOf(route.robots, idsOf(robots), (n) => [...path, 'robots', n]),
    ...unknownOf(
      route.people,
      people.map(({ person }) => person),
      (n) => [...path, 'people', n],
    ),
    ...brokenOf([
      [
        route.hours !== undefined && from === until,
        { path: [...path, 'hours'], message: 'begins when it ends; leave it out for a route of all hours' },
      ],
    ]),
  ];
}

function personFaults({ notify: { people }, teams }: CheckedNotify, index: number): SettingFault[] {
  const person = people[index];
  if (!person) {
    return [];
  }
  const path = ['people', index];
  const isTwice = people.findIndex((each) => each.person === person.person) < index;
  return [
    ...unknownOf(person.team === undefined ? [] : [person.team], idsOf(teams), () => [...path, 'team']),
    ...brokenOf([[isTwice, { path: [...path, 'person'], message: 'is there twice' }]]),
  ];
}

/** A summary that nobody may be sent would never come. */
function timeFaults(notify: Notify, field: 'digestAt' | 'shiftsAt'): SettingFault[] {
  const message = 'lies between 23:00 and 08:00, when only what cannot wait is told';
  return notify[field].flatMap((time, index) => (isQuiet(time) ? [{ path: [field, index], message }] : []));
}

function idsOf(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id);
}

function unknownOf(
  words: readonly string[],
  known: readonly string[],
  pathOf: (index: number) => SettingFault['path'],
): SettingFault[] {
  return words.flatMap((word, index) => (known.includes(word) ? [] : [mustBeOneOf(known, word, pathOf(index))]));
}
