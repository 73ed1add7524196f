import type { Entry } from '#shared/returns/attention/entry.ts';

/** Of every dialog of an act. */
export interface DialogProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}
