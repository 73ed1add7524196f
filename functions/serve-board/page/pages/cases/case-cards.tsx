import { memo } from 'react';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { CaseLink } from './case-link.tsx';
import type { ListProps } from './case-table.tsx';
import { casesTexts, flagTexts } from './cases-texts.ts';
import { CopyButton } from './copy-button.tsx';
import { goodsTexts, kindText, ownerText, sumText } from './entry-texts.ts';
import { openOnClick } from './open-on-click.ts';
import { PlatformClock } from './platform-clock.tsx';
import type { Reader } from './reader.ts';
import { useWindow } from './use-window.ts';

const cardHeight = 148;

/** The same cases where there is no room for a table. */
export function CaseCards({ rows, reader, openKey, open, order }: ListProps) {
  const { say } = useLanguage();
  const { scrolled, first, end } = useWindow(rows.length, cardHeight, order);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="case-cards" ref={scrolled} tabIndex={0} aria-label={say(casesTexts.table)}>
      <ul style={{ paddingTop: first * cardHeight, paddingBottom: (rows.length - end) * cardHeight }}>
        {rows.slice(first, end).map(({ id, entry }) => (
          <Card key={id} entry={entry} reader={reader} isOpen={entry.key === openKey} open={open} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly entry: CaseEntry;
  readonly reader: Reader;
  readonly isOpen: boolean;
  readonly open: (key: string) => void;
}

const Card = memo(function Card({ entry, reader, isOpen, open }: CardProps) {
  const { locale } = reader;
  const [name, count] = goodsTexts(entry);
  const { caseId, currency, asked, headline, work, shop } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the card does the same by the keyboard.
    <li className="case-card" aria-current={isOpen} onClick={openOnClick(() => open(entry.key))}>
      <div className="card-line">
        <span className="card-name">
          <CaseLink entry={entry} />
          <CopyButton text={caseId} />
        </span>
        <strong>{asked !== undefined && currency !== undefined && sumText(asked, currency, locale)}</strong>
      </div>
      <div className="card-line">
        <span className="cell-first">
          <bdi>{name}</bdi>
        </span>
        <span className="card-side">
          <bdi>{count}</bdi>
        </span>
      </div>
      <div className="card-line card-faint">
        <span className="cell-first">{kindAndReason(entry, reader)}</span>
        <span className="card-side">
          <bdi>{shop}</bdi>
        </span>
      </div>
      <div className="card-line">
        <span className="cell-first">
          {headlineWords[headline][locale]}
          {!entry.isOpen && ` · ${casesTexts.done[locale]}`}
        </span>
        <span className="card-side card-faint">
          <bdi>{ownerText(entry, reader) || casesTexts.nobody[locale]}</bdi>
          {work.flag && ` · ${flagTexts[work.flag][locale]}`}
        </span>
      </div>
      <div className="card-clock">
        <PlatformClock entry={entry} reader={reader} />
      </div>
    </li>
  );
});

function kindAndReason({ kind, reason }: CaseEntry, { locale }: Reader): string {
  return [kindText(kind, locale), reason && reasonText(reason, locale)].filter((text) => text).join(' · ');
}
