import type { EntryWork } from '#shared/returns/attention/entry.ts';
import { flagTexts } from '#shared/returns/work/work-texts.ts';
import { useLanguage } from '../words/locale.tsx';
import { FlagIcon } from './icons.tsx';
import { partsTexts } from './parts-texts.ts';
import './parts.css';

/** The flag by its colour and its name, and how many notes there are. */
export function FlagMark({ work: { flag, notes } }: { readonly work: Pick<EntryWork, 'flag' | 'notes'> }) {
  const { say } = useLanguage();
  const count = say(notes === 1 ? partsTexts.oneNote : partsTexts.notes).replace('{n}', String(notes));
  return (
    <span className="stacked">
      {flag && (
        <span className={`flag flag-${flag}`}>
          <FlagIcon />
          <span>{say(flagTexts[flag])}</span>
        </span>
      )}
      {notes > 0 && <span className="second">{count}</span>}
    </span>
  );
}
