import type { EntryWork } from '#shared/returns/attention/entry.ts';
import type { Assignee } from '#shared/returns/work/part.ts';
import type { Me } from '../data/me.ts';
import { useMe } from '../data/use-me.ts';
import { useLanguage } from '../words/locale.tsx';
import { partsTexts } from './parts-texts.ts';
import { isMe, personName, wholeName } from './person-name.ts';
import { useMoment } from './use-moment.ts';
import './parts.css';

/** Who has it, or nobody yet; below, its team or to whom it was offered. */
export function Owner({ work }: { readonly work: EntryWork }) {
  const { say } = useLanguage();
  const me = useMe();
  const moment = useMoment();
  const { owner, team, offered } = work;
  if (!me) {
    return null;
  }
  const to = offered && say(partsTexts.offeredTo).replace('{to}', assigneeName(offered.to, me, say));
  const second = to ?? (team && say(partsTexts.team).replace('{team}', team));
  const whole = owner && [
    say(wholeName(owner.person, me)),
    say(partsTexts.ownerSince).replace('{at}', moment(owner.since)),
  ];
  return (
    <span className="stacked" title={[...(whole ?? []), second].filter(Boolean).join(' · ')}>
      {owner ? (
        <bdi className={isMe(owner.person, me) ? 'line owner-me' : 'line'}>{say(personName(owner.person, me))}</bdi>
      ) : (
        <span className="owner-none">{say(partsTexts.nobody)}</span>
      )}
      {second && <bdi className="second line">{second}</bdi>}
    </span>
  );
}

type Say = ReturnType<typeof useLanguage>['say'];

/** A team by its id, a person by their name. */
export function assigneeName(to: Assignee, me: Me, say: Say): string {
  return 'team' in to ? say(partsTexts.team).replace('{team}', to.team) : say(personName(to.person, me));
}
