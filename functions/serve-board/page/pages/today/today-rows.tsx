import { Button, Empty } from 'antd';
import { useEffect, useRef } from 'react';
import { useNarrow } from '../../parts/use-narrow.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Awaited } from './awaited.ts';
import { AwaitedText } from './awaited-text.tsx';
import { bandsOf } from './bands.ts';
import type { ListActs } from './list-acts.ts';
import { TodayCards } from './today-cards.tsx';
import { TodayTable } from './today-table.tsx';
import { todayTexts } from './today-texts.ts';
import type { ShownOrder } from './use-held-order.ts';
import type { Holding } from './use-holding.ts';
import type { Rows } from './use-rows.ts';

interface Props {
  readonly rows: Rows;
  readonly order: ShownOrder;
  readonly awaited: Awaited;
  readonly list: ListActs;
  readonly pointed: Holding['pointed'];
  /** To all that there is. */
  readonly onAll: () => void;
}

/** The rows as a table or as cards; what is new waits for a click while somebody points at them. */
export function TodayRows({
  rows: { rows, more, showMore },
  order: { waiting, apply },
  awaited,
  list,
  pointed,
  onAll,
}: Props) {
  const { say } = useLanguage();
  const isNarrow = useNarrow();
  const bands = bandsOf(rows, more > 0);
  const updates = say(filled(waiting === 1 ? todayTexts.oneUpdate : todayTexts.updates, { n: waiting }));
  return (
    <section className="today-list" {...pointed}>
      <div className="today-updates" aria-live="polite">
        {waiting > 0 && (
          <Button shape="round" size="middle" type="primary" onClick={apply}>
            {updates}
          </Button>
        )}
      </div>
      {rows.length === 0 && <NothingToDo awaited={awaited} onAll={onAll} />}
      {rows.length > 0 &&
        (isNarrow ? <TodayCards bands={bands} list={list} /> : <TodayTable bands={bands} list={list} />)}
      {more > 0 && <MoreRows more={more} onMore={showMore} />}
    </section>
  );
}

function NothingToDo({ awaited, onAll }: Pick<Props, 'awaited' | 'onAll'>) {
  const { say } = useLanguage();
  const text = (
    <>
      <b>{awaited.count > 0 ? <AwaitedText awaited={awaited} /> : say(todayTexts.nothingToDo)}</b>
      <br />
      {say(todayTexts.nothingHere)}
    </>
  );
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} className="today-empty">
      <Button onClick={onAll}>{say(todayTexts.seeAll)}</Button>
    </Empty>
  );
}

/** Whoever scrolls to it has more of them, too. */
function MoreRows({ more, onMore }: { readonly more: number; readonly onMore: () => void }) {
  const { say } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    const observer = new IntersectionObserver(([seen]) => (seen?.isIntersecting ? onMore() : undefined));
    if (current) {
      observer.observe(current);
    }
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <div ref={place} className="today-more">
      <Button onClick={onMore}>{say(filled(todayTexts.more, { n: more }))}</Button>
    </div>
  );
}
