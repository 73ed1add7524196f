import type { Assignee } from '#shared/returns/work/part.ts';
import { useMe } from '../data/use-me.ts';
import { isMe } from '../parts/person-name.ts';
import { useLanguage } from '../words/locale.tsx';
import { actsTexts } from './acts-texts.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Whom a record is given to, out of a value of {@link AssigneeSelect}. */
export function assigneeIn(value: string): Assignee | undefined {
  const [kind, ...rest] = value.split(' ');
  const id = rest.join(' ');
  if (id === '') {
    return undefined;
  }
  return kind === 'team' ? { team: id } : { person: id };
}

/** A team, or somebody with a name other than oneself. */
export function AssigneeSelect({ label, value, onChange }: Props) {
  const { say } = useLanguage();
  const me = useMe();
  const people = me?.people.filter(({ person }) => !isMe(person, me)) ?? [];
  const teams = me?.teamsInSight ?? [];
  if (people.length + teams.length === 0) {
    return <p className="quiet">{say(actsTexts.nobodyElse)}</p>;
  }
  return (
    <label className="act-field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say(actsTexts.choose)}</option>
        {people.length > 0 && (
          <optgroup label={say(actsTexts.people)}>
            {people.map(({ person, name, team }) => (
              <option key={person} value={`person ${person}`}>
                {team ? `${name} (${team})` : name}
              </option>
            ))}
          </optgroup>
        )}
        {teams.length > 0 && (
          <optgroup label={say(actsTexts.teams)}>
            {teams.map((team) => (
              <option key={team} value={`team ${team}`}>
                {team}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
