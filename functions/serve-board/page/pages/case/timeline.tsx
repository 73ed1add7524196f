import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import type { useTimeline } from '../../data/use-case.ts';
import { Block } from './block.tsx';
import { caseTexts } from './case-texts.ts';
import { keyed } from './keyed.ts';
import { SpeakerFilter } from './speaker-filter.tsx';
import { type SpeakerRole, told } from './speakers.ts';
import { timelineTexts } from './time-texts.ts';
import { TimelineRow } from './timeline-row.tsx';
import { useWording } from './use-wording.ts';
import './timeline.css';

/** So many are shown until somebody wants more. */
const step = 40;

interface TimelineProps {
  readonly timeline: Pick<ReturnType<typeof useTimeline>, 'data' | 'isPending' | 'refetch'>;
}

/** Who said or did what when. */
export function Timeline({ timeline: { data, isPending, refetch } }: TimelineProps) {
  const { say } = useWording();
  return (
    <Block title={say(timelineTexts.title)}>
      {isPending && (
        <div role="status" aria-label={say(timelineTexts.loading)}>
          <Skeleton active title={false} paragraph={{ rows: 6 }} />
        </div>
      )}
      {!(isPending || data) && (
        <p>
          {say(timelineTexts.failed)} <Button onClick={() => void refetch()}>{say(caseTexts.again)}</Button>
        </p>
      )}
      {data && <Told entries={data} />}
    </Block>
  );
}

function Told({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { say } = useWording();
  const [newestFirst, setNewestFirst] = useState(true);
  const [roles, setRoles] = useState<ReadonlySet<SpeakerRole>>(new Set());
  const [most, setMost] = useState(step);
  const all = told(entries, { newestFirst, roles });
  if (entries.length === 0) {
    return <p className="case-hint">{say(timelineTexts.none)}</p>;
  }
  return (
    <>
      <div className="case-timeline-tools">
        <SpeakerFilter entries={entries} chosen={roles} choose={setRoles} />
        <Button size="small" onClick={() => setNewestFirst(!newestFirst)}>
          {say(newestFirst ? timelineTexts.newestFirst : timelineTexts.oldestFirst)} ⇅
        </Button>
      </div>
      <ol className="case-timeline">
        {keyed(all.slice(0, most), nameOfEntry).map(({ key, item }) => (
          <TimelineRow key={key} entry={item} />
        ))}
      </ol>
      {all.length > most && (
        <Button type="link" onClick={() => setMost(most + step)}>
          {say(timelineTexts.more, { n: Math.min(step, all.length - most) })}
        </Button>
      )}
    </>
  );
}

function nameOfEntry({ at, kind, by, text }: TimelineEntry): string {
  return `${at} ${kind} ${by} ${text}`;
}
