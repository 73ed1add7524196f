import type { OpenDialog } from '../../acts/act-dialogs.tsx';
import type { Acts } from '../../acts/use-act.ts';
import type { Me } from '../../data/me.ts';
import type { BackOffice } from '../../parts/use-back-office.ts';

/** What one may do from a row of the list. */
export interface ListActs {
  readonly me: Me;
  readonly acts: Acts;
  readonly openDialog: (open: OpenDialog) => void;
  readonly backOffice: BackOffice;
  readonly open: (id: string) => void;
  /** The row that keys chose, or whose drawer is open. */
  readonly chosen?: string | undefined;
  /** Somebody asked for those that are to be done first. */
  readonly marksFirst: boolean;
}
