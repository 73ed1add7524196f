import { Button, Result } from 'antd';
import { useState } from 'react';
import { ActsBar } from '../../acts/acts-bar.tsx';
import { RefusedError } from '../../data/client.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { PageWait } from '../../shell/page-wait.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { CandidateCard } from './candidate-card.tsx';
import { HowTo } from './how-to.tsx';
import { ParcelFacts } from './parcel-list.tsx';
import { PhoneTail } from './phone-tail.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';
import { type Shown, useCandidates } from './use-candidates.ts';
import './candidates.css';

/** So many at first: the others are less like it. */
const shownFirst = 4;

/** One parcel with the cases that it may belong to. */
export function Candidates({ number }: { readonly number: string }) {
  const { say } = useLanguage();
  const [tail, setTail] = useState<string>();
  const { data, error, refetch, isFetching } = useCandidates(number, tail);
  if (error instanceof RefusedError && error.status === 404) {
    return <Result status="success" title={say(unclaimedTexts.gone)} subTitle={say(unclaimedTexts.goneMore)} />;
  }
  if (!data) {
    return error ? <Failed again={() => void refetch()} /> : <PageWait />;
  }
  return (
    <>
      <header className="unclaimed-parcel">
        <h2>
          <Copyable text={data.parcel.number} what={say(unclaimedTexts.number)} />
        </h2>
        <ParcelFacts parcel={data.parcel} />
        <ActsBar entry={data.parcel} />
      </header>
      <PhoneTail find={setTail} isFinding={isFetching && tail !== undefined} />
      <Ranked shown={data} />
      <HowTo number={number} />
    </>
  );
}

function Ranked({ shown: { parcel, candidates } }: { readonly shown: Shown }) {
  const { say } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  if (candidates.length === 0) {
    return (
      <div className="unclaimed-none" aria-live="polite">
        <strong>{say(unclaimedTexts.noCandidates)}</strong>
        <p>{say(unclaimedTexts.noCandidatesMore)}</p>
      </div>
    );
  }
  const seen = isWhole ? candidates : candidates.slice(0, shownFirst);
  const hidden = candidates.length - seen.length;
  return (
    <>
      <h3 className="unclaimed-heading" aria-live="polite">
        {say(unclaimedTexts.candidates).replace('{n}', String(candidates.length))}
      </h3>
      <ol className="candidates">
        {seen.map((candidate) => (
          <CandidateCard key={candidate.entry.key} parcel={parcel} candidate={candidate} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button onClick={() => setWhole(true)}>{say(unclaimedTexts.more).replace('{n}', String(hidden))}</Button>
      )}
    </>
  );
}

function Failed({ again }: { readonly again: () => void }) {
  const { say } = useLanguage();
  return (
    <Result
      status="warning"
      title={say(unclaimedTexts.failed)}
      extra={<Button onClick={again}>{say(unclaimedTexts.again)}</Button>}
    />
  );
}
