import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Me } from '../data/me.ts';
import { isMe } from '../parts/person-name.ts';

/** The acts that make sense on a record as it stands; the API has the last word. */
export interface PossibleActs {
  readonly claim: boolean;
  readonly accept: boolean;
  readonly release: boolean;
  readonly reassign: boolean;
  readonly wake: boolean;
  readonly handled: boolean;
}

type Asker = Pick<Me, 'person' | 'listedAs' | 'roles' | 'teams'>;

export function possibleActs({ record, work }: Pick<Entry, 'record' | 'work'>, me: Asker): PossibleActs {
  const { owner, offered, snooze } = work;
  const isMine = owner !== undefined && isMe(owner.person, me);
  const mayGive = me.roles.some((role) => role === 'merchant-approver' || role === 'admin');
  const isOfferedToMe =
    offered !== undefined && ('team' in offered.to ? me.teams.includes(offered.to.team) : isMe(offered.to.person, me));
  return {
    claim: owner === undefined,
    accept: isOfferedToMe && !isMine,
    release: owner !== undefined && (isMine || mayGive),
    reassign: owner === undefined || isMine || mayGive,
    wake: snooze !== undefined,
    handled: record === 'case' && me.roles.some((role) => role !== 'warehouse'),
  };
}
