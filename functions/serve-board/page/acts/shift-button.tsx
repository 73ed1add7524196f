import { Button } from 'antd';
import type { Me } from '../data/me.ts';
import type { Records } from '../data/records.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { possibleActs } from './possible-acts.ts';
import { ShiftDialog } from './shift-dialog.tsx';
import { shiftTexts } from './shift-texts.ts';

interface Props {
  readonly me: Me;
  readonly records: Records;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Opens the sheet of the shift; says how much waits to be accepted. */
export function ShiftButton({ me, records, isOpen, onOpen }: Props) {
  const { say } = useLanguage();
  const waiting = [...records.entries.values()].filter((entry) => possibleActs(entry, me).accept).length;
  if (!me.operations.includes('acceptShift')) {
    return null;
  }
  return (
    <>
      <Button size="middle" type={waiting > 0 ? 'primary' : 'default'} onClick={() => onOpen(true)}>
        {say(waiting > 0 ? filled(shiftTexts.wait, { n: waiting }) : shiftTexts.shift)}
      </Button>
      {isOpen && <ShiftDialog me={me} first={waiting > 0 ? 'offered' : 'mine'} onClose={() => onOpen(false)} />}
    </>
  );
}
