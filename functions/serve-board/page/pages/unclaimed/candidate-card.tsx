import { Tag } from 'antd';
import type { Candidate } from '#shared/returns/attention/candidates.ts';
import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { candidateWords } from '#shared/words/candidate-words.ts';
import { openWord } from '#shared/words/open-word.ts';
import { sourceWords } from '#shared/words/source-words.ts';
import { OwnTabLink } from '../../parts/own-tab-link.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { compareWith } from './comparison.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { GiveParcel } from './give-parcel.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';

interface Props {
  readonly parcel: ParcelEntry;
  readonly candidate: Candidate;
}

/** Why it may be this case, and what fits and what does not, beside what came. */
export function CandidateCard({ parcel, candidate }: Props) {
  const { say, locale } = useLanguage();
  const { entry, reasons } = candidate;
  const comparison = compareWith(parcel, candidate);
  return (
    <li className="candidate">
      <div className="candidate-head">
        <strong>
          <bdi>{entry.caseId}</bdi>
        </strong>
        <span className="second">
          <bdi>
            {openWord(sourceWords, entry.source, locale)} {entry.shop}
          </bdi>
        </span>
      </div>
      <div className="candidate-why">
        {reasons.map((reason) => (
          <Tag key={reason} color="geekblue">
            {say(candidateWords[reason])}
          </Tag>
        ))}
      </div>
      <ComparisonTable parcel={parcel} entry={entry} comparison={comparison} />
      <div className="candidate-acts">
        <OwnTabLink href={`/cases/${encodeURIComponent(entry.key)}`}>{say(unclaimedTexts.openCase)}</OwnTabLink>
        {comparison.number.isNamed && <GiveParcel parcel={parcel} entry={entry} />}
      </div>
    </li>
  );
}
