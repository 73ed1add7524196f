import { useRef, useState } from 'react';
import { useMe } from '../data/use-me.ts';
import { instantAtWall } from '../parts/wall-time.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsTexts } from './acts-texts.ts';
import type { DialogProps } from './dialog-props.ts';
import { useAct } from './use-act.ts';

/** As the API takes it. */
const mostChars = 1000;

/** Writes something down, and, where the buyer was promised something, until when. */
export function NoteDialog({ entry, onClose }: DialogProps) {
  const { say } = useLanguage();
  const { take, isBusy } = useAct();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [wall, setWall] = useState('');
  const zone = useMe()?.merchant.timeZone ?? 'UTC';
  const promisedUntil = instantAtWall(wall, zone);
  const submit = async () => {
    const note = { act: 'note', text: text.trim(), ...(promisedUntil && { promisedUntil }) } as const;
    if (await take(entry, note, actsTexts.noted)) {
      onClose();
    }
  };
  return (
    <ActDialog
      entry={entry}
      title={say(actsTexts.note)}
      submitText={say(actsTexts.save)}
      canSubmit={text.trim() !== ''}
      isBusy={isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
      // Whoever opens it wants to write.
      onOpened={() => area.current?.focus()}
    >
      <textarea
        ref={area}
        className="act-text"
        aria-label={say(actsTexts.noteText)}
        placeholder={say(actsTexts.noteText)}
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
        maxLength={mostChars}
      />
      <label className="act-field">
        <span>{say(actsTexts.promised).replace('{zone}', zone)}</span>
        <input type="datetime-local" value={wall} onChange={({ target }) => setWall(target.value)} />
      </label>
    </ActDialog>
  );
}
