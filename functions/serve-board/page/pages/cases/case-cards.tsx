import { memo } from 'react';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { FlagMark } from '../../parts/flag-mark.tsx';
import { moneyText } from '../../parts/money-text.ts';
import { partsTexts } from '../../parts/parts-texts.ts';
import { ProductCell } from '../../parts/product-cell.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { CaseLink } from './case-link.tsx';
import type { ListProps } from './case-table.tsx';
import { casesTexts } from './cases-texts.ts';
import { kindText, ownerText } from './entry-texts.ts';
import { matchText } from './match-text.ts';
import { openOnClick } from './open-on-click.ts';
import { PlatformClock } from './platform-clock.tsx';
import type { Reader } from './reader.ts';
import { useWindow } from './use-window.ts';
import './case-cards.css';

const cardHeight = 146;

/** The same cases where there is no room for a table. */
export function CaseCards({ rows, reader, matchOf, openKey, open, order }: ListProps) {
  const { say } = useLanguage();
  const { scrolled, first, end } = useWindow(rows.length, cardHeight, order);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="case-cards" ref={scrolled} tabIndex={0} aria-label={say(casesTexts.table)}>
      <ul style={{ paddingTop: first * cardHeight, paddingBottom: (rows.length - end) * cardHeight }}>
        {rows.slice(first, end).map((row) => (
          <Card
            key={row.id}
            entry={row.entry}
            reader={reader}
            match={matchText(matchOf(row), reader.locale)}
            isOpen={row.entry.key === openKey}
            open={open}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly entry: CaseEntry;
  readonly reader: Reader;
  readonly match: string | undefined;
  readonly isOpen: boolean;
  readonly open: (key: string) => void;
}

const Card = memo(function Card({ entry, reader, match, isOpen, open }: CardProps) {
  const { locale, me } = reader;
  const { currency, asked, headline, work, shop } = entry;
  const home = me.merchant.currency;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the card does the same by the keyboard.
    <li className="case-card" aria-current={isOpen || undefined} onClick={openOnClick(() => open(entry.key))}>
      <div className="card-line">
        <CaseLink entry={entry} />
        <strong>
          {asked !== undefined && currency !== undefined && moneyText({ amount: asked, currency }, { locale, home })}
        </strong>
      </div>
      <ProductCell entry={entry} />
      <div className="card-line quiet">
        <bdi className="line">{match ?? kindAndReason(entry, reader)}</bdi>
        <bdi className="card-side">{shop}</bdi>
      </div>
      <div className="card-line">
        <span className="line">
          {headlineWords[headline][locale]}
          {!entry.isOpen && ` · ${casesTexts.done[locale]}`}
        </span>
        <span className="card-side">
          <bdi>{ownerText(entry, reader) || partsTexts.nobody[locale]}</bdi>
          {work.flag && <FlagMark work={{ flag: work.flag, notes: 0 }} />}
        </span>
      </div>
      <div className="card-clock">
        {entry.platform ? (
          <PlatformClock entry={entry} reader={reader} />
        ) : (
          <span className="quiet">{casesTexts.noClock[locale]}</span>
        )}
      </div>
    </li>
  );
});

function kindAndReason({ kind, reason }: CaseEntry, { locale }: Reader): string {
  return [kindText(kind, locale), reason && reasonText(reason, locale)].filter((text) => text).join(' · ');
}
