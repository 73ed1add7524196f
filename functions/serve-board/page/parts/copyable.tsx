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

/** A number that people paste elsewhere: by its end, where there is no room for all of it, since people tell them apart by that; whole where one points at it, and copied by one click. */
export function Copyable({ text, what, className = '' }: Props) {
  const { say } = useLanguage();
  const copy = useCopy();
  const label = say(partsTexts.copy).replace('{text}', what ? `${what} ${text}` : text);
  return (
    <span className={`copyable ${className}`}>
      <span className="copyable-text" title={text}>
        <bdi dir="ltr">{text}</bdi>
      </span>
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
