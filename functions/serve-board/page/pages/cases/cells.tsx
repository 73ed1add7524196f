import { FlagFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { formatTime } from '#shared/words/wording.ts';
import { CaseLink } from './case-link.tsx';
import { casesTexts, filled, flagTexts } from './cases-texts.ts';
import type { ColumnName } from './columns.ts';
import { CopyButton } from './copy-button.tsx';
import { goodsTexts, kindText, ownerText, qualityText, sumText } from './entry-texts.ts';
import { PlatformClock } from './platform-clock.tsx';
import type { Reader } from './reader.ts';

export interface CellProps {
  readonly entry: CaseEntry;
  readonly reader: Reader;
}

/** What each column shows of a case; texts from outside are kept apart from the direction of what stands around them. */
export const cells: Readonly<Record<ColumnName, (props: CellProps) => ReactNode>> = {
  case: ({ entry, reader }) => (
    <Lines
      first={<CaseLink entry={entry} />}
      second={entry.isOpen ? '' : casesTexts.done[reader.locale]}
      copied={entry.caseId}
    />
  ),
  shop: ({ entry }) => <Lines first={<Own text={entry.shop} />} second={entry.source} />,
  order: ({ entry: { orderId } }) =>
    orderId ? <Lines first={<Own text={orderId} />} copied={orderId} /> : <Nothing />,
  goods: ({ entry }) => {
    const [name, count] = goodsTexts(entry);
    return name ? <Lines first={<Own text={name} />} second={<Own text={count} />} /> : <Nothing />;
  },
  kind: ({ entry, reader }) => <Lines first={kindText(entry.kind, reader.locale)} />,
  state: ({ entry, reader }) => <Lines isWrapped first={headlineWords[entry.headline][reader.locale]} />,
  reason: ({ entry: { reason }, reader }) =>
    reason ? <Lines isWrapped first={<Own text={reasonText(reason, reader.locale)} />} /> : <Nothing />,
  asked: ({ entry, reader }) => <Sum entry={entry} amount={entry.asked} reader={reader} />,
  paid: ({ entry, reader }) => <Sum entry={entry} amount={entry.paid} reader={reader} />,
  refunded: ({ entry, reader }) => <Sum entry={entry} amount={entry.refunded} reader={reader} />,
  parcel: ({ entry: { numbers } }) => <Numbers numbers={numbers} />,
  quality: ({ entry, reader }) => {
    const text = qualityText(entry, reader.locale);
    return text ? <Lines isWrapped first={text} /> : <Nothing title={casesTexts.notInList[reader.locale]} />;
  },
  opened: ({ entry: { openedAt }, reader }) => <Time at={openedAt} reader={reader} />,
  platform: ({ entry, reader }) => <PlatformClock entry={entry} reader={reader} />,
  owner: ({ entry, reader }) => <Owner entry={entry} reader={reader} />,
  marks: ({ entry, reader }) => <Marks entry={entry} reader={reader} />,
};

interface LinesProps {
  readonly first: ReactNode;
  readonly second?: ReactNode;
  readonly copied?: string;
  /** One text over both lines. */
  readonly isWrapped?: boolean;
}

function Lines({ first, second, copied, isWrapped }: LinesProps) {
  return (
    <>
      <span className={isWrapped ? 'cell-wrapped' : 'cell-first'}>
        <span className="cell-text">{first}</span>
        {copied && <CopyButton text={copied} />}
      </span>
      {second ? <span className="cell-second">{second}</span> : null}
    </>
  );
}

/** A text as somebody outside wrote it; all of it shows when it is pointed at. */
function Own({ text }: { readonly text: string }) {
  return <bdi title={text}>{text}</bdi>;
}

export function Nothing({ title }: { readonly title?: string }) {
  return (
    <span className="cell-nothing" title={title}>
      –
    </span>
  );
}

function Sum({ entry: { currency }, amount, reader }: CellProps & { readonly amount: number | undefined }) {
  return amount === undefined || currency === undefined ? (
    <Nothing />
  ) : (
    <span className="cell-number">{sumText(amount, currency, reader.locale)}</span>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly string[] }) {
  const [first, ...others] = numbers;
  if (first === undefined) {
    return <Nothing />;
  }
  const more = others.length > 0 && <span title={others.join('\n')}>+{others.length}</span>;
  return <Lines first={<Own text={first} />} second={more} copied={numbers.join('\n')} />;
}

function Time({ at, reader }: { readonly at: Instant | undefined; readonly reader: Reader }) {
  if (!at) {
    return <Nothing />;
  }
  const [day = '', time = ''] = formatTime(at, reader.timeZone).split(' ');
  return (
    <time dateTime={at}>
      <Lines first={day} second={time.slice(0, 5)} />
    </time>
  );
}

function Owner({ entry, reader }: CellProps) {
  const { owner, team } = entry.work;
  return owner ? (
    <Lines first={<Own text={ownerText(entry, reader)} />} second={team && <Own text={team} />} />
  ) : (
    <Lines
      first={<span className="cell-free">{casesTexts.nobody[reader.locale]}</span>}
      second={team && <Own text={team} />}
    />
  );
}

function Marks({ entry: { work }, reader: { locale } }: CellProps) {
  const { flag, notes } = work;
  if (!flag && notes === 0) {
    return <Nothing />;
  }
  return (
    <Lines
      first={
        flag && (
          <>
            <FlagFilled className={`flag-${flag}`} aria-hidden /> {flagTexts[flag][locale]}
          </>
        )
      }
      second={notes > 0 && filled(casesTexts.notes[locale], { count: notes })}
    />
  );
}
