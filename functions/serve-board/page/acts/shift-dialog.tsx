import { Alert, Button, Empty, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import type { Me } from '../data/me.ts';
import { failureText } from '../words/failure-text.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { AssigneeSelect, assigneeIn } from './assignee-select.tsx';
import { isOutOfSight, shopOfRecord, shopText, teamGiven } from './out-of-sight.ts';
import { numberIn, type ShiftLine } from './shift-lines.ts';
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
          {of === 'offered' ? <AcceptAll lines={data} acts={acts} /> : <HandOver me={me} lines={data} acts={acts} />}
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

function HandOver({ me, lines, acts }: PartProps & Pick<Props, 'me'>) {
  const { say } = useLanguage();
  const [value, setValue] = useState('');
  const to = assigneeIn(value);
  // What is handed over already is not handed over again, and what is closed has only its promise here.
  const left = lines.filter(({ offered, todos }) => offered === undefined && todos.length > 0);
  const out = to ? left.filter(({ record }) => isOutOfSight(shopOfRecord(record), to, me)) : [];
  const sent = left.filter((line) => !out.includes(line));
  return (
    <div className="shift-hand-over">
      <AssigneeSelect label={say(shiftTexts.handTo)} value={value} onChange={setValue} />
      <Button
        type="primary"
        disabled={!to || sent.length === 0}
        loading={acts.isBusy}
        onClick={() => to && void acts.handOver(sent, to, out.length)}
      >
        {say(filled(shiftTexts.handOver, { n: sent.length }))}
      </Button>
      {to && out.length > 0 && <LeftOut lines={out} team={teamGiven(to, me) ?? ''} />}
    </div>
  );
}

/** Whom it is handed over to would never see these. */
function LeftOut({ lines, team }: Pick<PartProps, 'lines'> & { readonly team: string }) {
  const { say } = useLanguage();
  const shops = new Set(lines.map(({ record }) => shopText(shopOfRecord(record) ?? '')));
  const numbers = lines.map(({ record }) => numberIn(record));
  const text = filled(shiftTexts.outOfSight, {
    n: lines.length,
    team,
    shops: [...shops].join(say(shiftTexts.comma)),
    numbers: numbers.join(say(shiftTexts.comma)),
  });
  return <Alert type="warning" role="alert" className="shift-left-out" title={say(text)} />;
}
