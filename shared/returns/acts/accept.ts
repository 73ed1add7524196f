import { givenTo } from '../work/assignee.ts';
import { ownedByAnother, personOf } from '../work/owning.ts';
import type { Assignee, Work } from '../work/part.ts';
import type { Actor } from './act.ts';
import { notNow, type Refusal } from './refusal.ts';
import { type WorkRules, workAct } from './work-act.ts';

/** Takes over what was handed over to oneself or to one's team. Of what is one's own already it is no error: all of a shift may be accepted twice. */
export const accept = workAct(
  'accept',
  {},
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ by }, worked, rules) => {
      const { offered, owner } = worked.work ?? {};
      if (!offered) {
        return ownedByAnother(worked, by, rules) ?? (owner ? undefined : nothingOffered);
      }
      return isFor(offered.to, by, rules) ? undefined : offeredToAnother(offered.to);
    },
    does: (work, { by, at }) => acceptedBy(work, by.person, at),
    code: 'accepted',
    words: () => [{ 'zh-CN': '接收交接', en: 'Accepted the hand-over' }],
  },
);

const nothingOffered = notNow('not-offered', '没有待接收的交接', 'it was not handed over');

function isFor(to: Assignee, by: Actor, { teams }: WorkRules): boolean {
  if ('person' in to) {
    return to.person === personOf(by);
  }
  const group = Object.hasOwn(teams, to.team) ? teams[to.team]?.group : undefined;
  return group !== undefined && 'person' in by && (by.groups ?? []).includes(group);
}

function offeredToAnother(to: Assignee): Refusal {
  const name = 'team' in to ? to.team : to.person;
  return notNow('offered-to-another', `这是交接给 ${name} 的`, `it was handed over to ${name}`);
}

function acceptedBy(work: Work, person: string, since: NonNullable<Work['owner']>['since']): Work {
  const to = work.offered?.to;
  const accepted = givenTo(work, { person }, since);
  return to && 'team' in to ? { ...accepted, team: to.team } : accepted;
}
