import { Alert, Button, Empty, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import type { Me } from '../data/me.ts';
import { failureText } from '../words/failure-text.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { AssigneeSelect, assigneeIn } from './assignee-select.tsx';
import type { ShiftLine } from './shift-lines.ts';
import { ShiftSheet } from './shift-sheet.tsx';
import { shiftTexts } from './shift-texts.ts';
import { type SheetName, useShiftLines } from './use-shift.ts';
import { useShiftActs } from './use-shift-acts.ts';
import './acts.css';

interface Props {
  readonly me: Me;
  readonly first: SheetName;
  readonly onClose: () => void;
}

const sheets: readonly SheetName[] = ['offered', 'mine'];

/** The sheet of a shift, which fills itself: what was handed to me to accept, and what I have to hand over. */
export function ShiftDialog({ me, first, onClose }: Props) {
  const { say, locale } = useLanguage();
  const [of, setOf] = useState<SheetName>(first);
  const { data, error } = useShiftLines(of, me);
  const acts = useShiftActs();
  return (
    <Modal open title={say(shiftTexts.shift)} onCancel={onClose} footer={null} width={720} destroyOnHidden>
      <fieldset className="shift-sheets" aria-label={say(shiftTexts.shift)}>
        {sheets.map((each) => (
          <Button
            key={each}
            aria-pressed={each === of}
            type={each === of ? 'primary' : 'default'}
            onClick={() => setOf(each)}
          >
            {say(shiftTexts[each])}
          </Button>
        ))}
      </fieldset>
      {error && !data && <Alert type="error" title={failureText(error, locale, me)} />}
      {!(data || error) && <Skeleton active />}
      {data?.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say(of === 'mine' ? shiftTexts.nothingMine : shiftTexts.nothingOffered)}
        />
      )}
      {data && data.length > 0 && (
        <>
          {of === 'offered' ? <AcceptAll lines={data} acts={acts} /> : <HandOver lines={data} acts={acts} />}
          <ShiftSheet lines={data} refused={acts.refused} />
        </>
      )}
    </Modal>
  );
}

interface PartProps {
  readonly lines: readonly ShiftLine[];
  readonly acts: ReturnType<typeof useShiftActs>;
}

function AcceptAll({ lines, acts }: PartProps) {
  const { say } = useLanguage();
  return (
    <Button type="primary" loading={acts.isBusy} onClick={() => void acts.accept(lines)}>
      {say(filled(shiftTexts.acceptAll, { n: lines.length }))}
    </Button>
  );
}

function HandOver({ lines, acts }: PartProps) {
  const { say } = useLanguage();
  const [value, setValue] = useState('');
  const to = assigneeIn(value);
  // What is handed over already is not handed over again, and what is closed has only its promise here.
  const left = lines.filter(({ offered, todos }) => offered === undefined && todos.length > 0);
  return (
    <div className="shift-hand-over">
      <AssigneeSelect label={say(shiftTexts.handTo)} value={value} onChange={setValue} />
      <Button
        type="primary"
        disabled={!to || left.length === 0}
        loading={acts.isBusy}
        onClick={() => to && void acts.handOver(left, to)}
      >
        {say(filled(shiftTexts.handOver, { n: left.length }))}
      </Button>
    </div>
  );
}
