import { useLocation } from 'wouter';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { OpenDialog } from '../../acts/act-dialogs.tsx';
import { actsTexts } from '../../acts/acts-texts.ts';
import { possibleActs } from '../../acts/possible-acts.ts';
import { numberOf } from '../../parts/use-back-office.ts';
import { useCopy } from '../../parts/use-copy.ts';
import type { KeyAct } from './keys.ts';
import { stepFrom } from './keys.ts';
import type { ListActs } from './list-acts.ts';
import { useKeys } from './use-keys.ts';

interface Around {
  readonly list: ListActs;
  readonly ids: readonly string[];
  readonly entryOf: (id: string) => Entry | undefined;
  /** Chooses a row, and puts the focus there; with its drawer open, opens that of the other. */
  readonly choose: (id: string) => void;
  readonly openDialog: (open: OpenDialog) => void;
  readonly toggleHelp: () => void;
  /** A key did something. */
  readonly touch: () => void;
  readonly isOff: boolean;
}

/** Works the list by keys. */
export function useListKeys({ list, ids, entryOf, choose, openDialog, toggleHelp, touch, isOff }: Around): void {
  const copy = useCopy();
  const [, go] = useLocation();
  const { chosen } = list;
  const entry = chosen === undefined ? undefined : entryOf(chosen);
  const stepBy = (step: 1 | -1) => () => {
    const id = stepFrom(ids, chosen, step);
    if (id !== undefined) {
      choose(id);
    }
  };
  const ofEntry = (act: (of: Entry) => void) => () => (entry ? act(entry) : undefined);
  const does: Readonly<Record<KeyAct, () => void>> = {
    next: stepBy(1),
    previous: stepBy(-1),
    open: () => (chosen === undefined ? undefined : list.open(chosen)),
    claim: ofEntry((of) => claim(of, list)),
    'back-office': ofEntry(list.backOffice.open),
    copy: ofEntry((of) => void copy(numberOf(of))),
    note: ofEntry((of) => openDialog({ dialog: 'note', entry: of })),
    search: () => go('/cases?focus=search'),
    help: toggleHelp,
  };
  useKeys((key) => {
    touch();
    does[key]();
  }, isOff);
}

/** The API says who has what somebody else has. */
function claim(entry: Entry, { me, acts }: ListActs): void {
  const isOffered = possibleActs(entry, me).accept;
  const [act, done] = isOffered ? (['accept', actsTexts.accepted] as const) : (['claim', actsTexts.claimed] as const);
  void acts.take(entry, { act }, done);
}
