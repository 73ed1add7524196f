import { useLanguage } from '../words/locale.tsx';
import { CopyIcon } from './icons.tsx';
import { partsTexts } from './parts-texts.ts';
import { useCopy } from './use-copy.ts';
import './parts.css';

interface Props {
  readonly text: string;
  /** What it is, for who only hears it: `售后单号`. */
  readonly what?: string;
  readonly className?: string;
}

/** By its end people tell one long number from the next: it is never cut off. */
const endLength = 4;

/** A number that people paste elsewhere: as long as there is room for, whole where one points at it, and copied by one click. */
export function Copyable({ text, what, className = '' }: Props) {
  const { say } = useLanguage();
  const copy = useCopy();
  const label = say(partsTexts.copy).replace('{text}', what ? `${what} ${text}` : text);
  return (
    <span className={`copyable ${className}`}>
      <bdi className="copyable-text" title={text}>
        <span className="line">{text.slice(0, -endLength)}</span>
        <span className="copyable-end">{text.slice(-endLength)}</span>
      </bdi>
      <button
        type="button"
        className="copyable-button"
        aria-label={label}
        title={label}
        onClick={() => void copy(text)}
      >
        <CopyIcon />
      </button>
    </span>
  );
}
