import { useCallback, useMemo, useState } from 'react';
import { ActDialogs, type OpenDialog } from '../../acts/act-dialogs.tsx';
import { ShiftButton } from '../../acts/shift-button.tsx';
import { useAct } from '../../acts/use-act.ts';
import type { Me } from '../../data/me.ts';
import type { Records } from '../../data/records.ts';
import { useNow } from '../../data/use-now.ts';
import { entriesOf } from '../../data/use-records.ts';
import { useBackOffice } from '../../parts/use-back-office.ts';
import { GroupChips } from './group-chips.tsx';
import { Headline } from './headline.tsx';
import { KeyHelp } from './key-help.tsx';
import type { ListActs } from './list-acts.ts';
import { RecordDrawer } from './record-drawer.tsx';
import { viewerOf } from './today-list.ts';
import { TodayRows } from './today-rows.tsx';
import { useAsked } from './use-asked.ts';
import { useChosen } from './use-chosen.ts';
import { useHeldOrder } from './use-held-order.ts';
import { useHolding } from './use-holding.ts';
import { useListKeys } from './use-list-keys.ts';
import { useOwnGroup } from './use-own-group.ts';
import { useRows } from './use-rows.ts';
import { useTodayList } from './use-today-list.ts';
import { ViewTabs } from './view-tabs.tsx';

interface Props {
  readonly me: Me;
  readonly records: Records;
}

/** The list, all around it, and the record that is open over it. */
export function TodayBoard({ me, records }: Props) {
  const now = useNow();
  const { timeZone } = me.merchant;
  const [{ view, group, open }, change] = useAsked();
  const viewer = useMemo(() => viewerOf(me), [me]);
  const list = useTodayList(entriesOf(records), { now, timeZone, viewer, view, group });
  useOwnGroup(me, list.groups);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [hasHelp, setHelp] = useState(false);
  const [isShiftOpen, setShiftOpen] = useState(false);
  const [marksFirst, setMarksFirst] = useState(false);
  const holding = useHolding();
  const isHeld = holding.isHeld || open !== undefined || dialog !== undefined;
  const order = useHeldOrder({ list: `${view} ${group ?? ''}`, ids: list.ids, isHeld });
  const { chosen, choose } = useChosen(open, change);
  const rows = useRows({ list, ids: order.ids, records, now, timeZone, chosen });
  const openRow = useCallback((id: string) => change({ open: id }), [change]);
  const listActs: ListActs = {
    me,
    acts: useAct(),
    openDialog: setDialog,
    backOffice: useBackOffice(),
    open: openRow,
    chosen,
    marksFirst,
  };
  const entryOf = (id: string) => records.entries.get(id);
  useListKeys({
    ...{ list: listActs, ids: order.ids, entryOf, choose, openDialog: setDialog, touch: holding.touch },
    toggleHelp: () => setHelp((before) => !before),
    isOff: dialog !== undefined || isShiftOpen,
  });
  const toFirst = () => {
    const [first] = order.ids;
    setMarksFirst(true);
    if (first !== undefined) {
      choose(first);
    }
  };
  return (
    <>
      <div className="today-top">
        <Headline
          due={list.due}
          awaited={list.awaited}
          isOfGroup={group !== undefined}
          isMarked={marksFirst}
          onFirst={toFirst}
        />
        <ShiftButton me={me} records={records} isOpen={isShiftOpen} onOpen={setShiftOpen} />
        <KeyHelp isOpen={hasHelp} onOpen={setHelp} />
      </div>
      <ViewTabs counts={list.counts} chosen={view} onChoose={(each) => change({ view: each, group: undefined })} />
      <GroupChips groups={list.groups} chosen={group} onChoose={(each) => change({ group: each })} />
      <TodayRows
        rows={rows}
        order={order}
        awaited={list.awaited}
        list={listActs}
        pointed={holding.pointed}
        onAll={() => change({ view: 'all', group: undefined })}
      />
      <RecordDrawer
        open={open}
        entry={open === undefined ? undefined : entryOf(open)}
        onClose={() => change({ open: undefined })}
      />
      <ActDialogs open={dialog} onClose={() => setDialog(undefined)} />
    </>
  );
}
