import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Notify, NotifyRoute } from '#shared/merchant/notify.ts';
import { isQuiet } from '#shared/merchant/quiet-hours.ts';
import { shopNameOf } from '#shared/merchant/team-shops.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { NoticeClass } from '#shared/returns/attention/notice-class.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import { isWithinHours } from './local-time.ts';
import type { Ring } from './ring.ts';

export type Person = Notify['people'][number];

/** What decides who is told. */
export type Routing = Pick<Merchant, 'notify' | 'teams'>;

/** A ring and a robot that is to tell it, with whom it calls by name. */
export interface Addressed {
  readonly robot: string;
  readonly ring: Ring;
  readonly called: readonly Person[];
}

/** Which robots tell a ring at a time of day, each once. @param time - `HH:mm` by the merchant's clocks. */
export function addressesOf(ring: Ring, routing: Routing, time: string): Addressed[] {
  // Whatever a platform does by itself can wait for no morning.
  if (isQuiet(time) && ring.class !== 'platform') {
    return [];
  }
  const teams = 'entry' in ring ? teamsOf(ring.entry, routing) : [];
  const routes = routing.notify.routes.filter((route) => isFor(route, ring.class, time) && isOfTeams(route, teams));
  const robots = [...new Set(routes.flatMap((route) => route.robots))];
  return robots.map((robot) => {
    const names = routes.filter((route) => route.robots.includes(robot)).flatMap(({ people }) => people);
    return { robot, ring, called: calledFor(ring, names, routing.notify) };
  });
}

export function isFor({ classes, hours }: NotifyRoute, noticeClass: NoticeClass, time: string): boolean {
  return (!classes || classes.includes(noticeClass)) && (hours === undefined || isWithinHours(time, hours));
}

function isOfTeams({ team }: NotifyRoute, teams: readonly string[]): boolean {
  return team === undefined || teams.includes(team);
}

/** Whose team's it is: that it was handed to, else all that see its shop; of a parcel, which has no shop, all. */
export function teamsOf(entry: Entry, { teams }: Pick<Routing, 'teams'>): string[] {
  const { team } = entry.work;
  return team === undefined ? teams.filter(({ shops }) => isSeen(entry, shops)).map(({ id }) => id) : [team];
}

function isSeen(entry: Entry, shops: readonly string[]): boolean {
  return shops.length === 0 || entry.record === 'parcel' || shops.includes(shopNameOf(entry));
}

/** An entry may hold a long subject id by its hash. */
export function isPerson(person: string, other: string): boolean {
  return shortPerson(person) === shortPerson(other);
}

/** Its owner; where nobody has it, whom the routes name. */
function calledFor(ring: Ring, names: readonly string[], { people }: Notify): Person[] {
  const owner = 'entry' in ring ? ring.entry.work.owner?.person : undefined;
  return people.filter(({ person }) => (owner === undefined ? names.includes(person) : isPerson(person, owner)));
}
