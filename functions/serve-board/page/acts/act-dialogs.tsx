import type { ComponentType } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { DialogProps } from './dialog-props.ts';
import { HandledDialog } from './handled-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

/** The acts that need a word or a choice. */
export type DialogName = 'note' | 'snooze' | 'reassign' | 'handled';

const dialogs: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
  note: NoteDialog,
  snooze: SnoozeDialog,
  reassign: ReassignDialog,
  handled: HandledDialog,
};

export interface OpenDialog {
  readonly dialog: DialogName;
  readonly entry: Entry;
}

interface Props {
  readonly open: OpenDialog | undefined;
  readonly onClose: () => void;
}

/** The dialog that is open, if one is. */
export function ActDialogs({ open, onClose }: Props) {
  if (!open) {
    return null;
  }
  const Dialog = dialogs[open.dialog];
  return <Dialog entry={open.entry} onClose={onClose} />;
}
