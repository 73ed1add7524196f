import type { CaseView } from '#shared/api/case-view.ts';
import { useTimeline } from '../../data/use-case.ts';
import { mayAsk, useMe } from '../../data/use-me.ts';
import { CaseHead } from './case-head.tsx';
import { Clocks } from './clocks.tsx';
import { Deliveries } from './deliveries.tsx';
import { Goods } from './goods.tsx';
import { OurSide } from './our-side.tsx';
import { Parcels } from './parcels.tsx';
import { StoreSide } from './store-side.tsx';
import { Timeline } from './timeline.tsx';
import { useEntry } from './use-entry.ts';
import { useWording } from './use-wording.ts';
import { Warehouse } from './warehouse.tsx';
import { WorkBlock } from './work-block.tsx';

/** What matters most first, also where all stands in one column. */
export function CaseBody({ view }: { readonly view: CaseView }) {
  const { locale } = useWording();
  const me = useMe();
  const entry = useEntry(view.key);
  const timeline = useTimeline(view.key, locale);
  return (
    <>
      <CaseHead view={view} />
      <div className="case-columns">
        <div className="case-column">
          <div className="case-sides">
            <StoreSide view={view} />
            <OurSide view={view} entry={entry} />
          </div>
          <Goods view={view} />
          <Parcels view={view} />
          <Warehouse view={view} />
        </div>
        <div className="case-column">
          <Clocks view={view} />
          <WorkBlock work={view.work} timeline={timeline.data ?? []} />
          <Timeline timeline={timeline} />
          {mayAsk(me, 'listCaseDeliveries') && <Deliveries caseKey={view.key} />}
        </div>
      </div>
    </>
  );
}
