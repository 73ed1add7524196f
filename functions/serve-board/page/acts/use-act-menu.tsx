import type { MenuProps } from 'antd';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { flags } from '#shared/returns/work/part.ts';
import { flagTexts } from '#shared/returns/work/work-texts.ts';
import type { Me } from '../data/me.ts';
import { FlagIcon } from '../parts/icons.tsx';
import { useLanguage } from '../words/locale.tsx';
import type { DialogName } from './act-dialogs.tsx';
import { actsTexts } from './acts-texts.ts';
import { possibleActs } from './possible-acts.ts';
import type { Acts } from './use-act.ts';

type Item = NonNullable<NonNullable<MenuProps['items']>[number]>;

interface Around {
  readonly me: Me;
  readonly acts: Acts;
  readonly openDialog: (dialog: DialogName) => void;
}

/** All that one may do about a record beside claiming it, as a menu: made when it is opened, since rows are many. */
export function useActMenu(): (entry: Entry, around: Around) => MenuProps {
  const { say } = useLanguage();
  return (entry, { me, acts, openDialog }) => {
    const possible = possibleActs(entry, me);
    const dialog = (name: DialogName): Item => ({
      key: name,
      label: say(actsTexts[name]),
      onClick: () => openDialog(name),
    });
    const items: (Item | false)[] = [
      dialog('note'),
      { key: 'flag', label: say(actsTexts.flag), children: flagItems(entry, acts, say) },
      dialog('snooze'),
      possible.wake && {
        key: 'wake',
        label: say(actsTexts.wake),
        onClick: () => void acts.take(entry, { act: 'wake' }, actsTexts.woken),
      },
      possible.reassign && dialog('reassign'),
      possible.release && {
        key: 'release',
        label: say(actsTexts.release),
        onClick: () => void acts.take(entry, { act: 'release' }, actsTexts.released),
      },
      possible.handled && dialog('handled'),
    ];
    return { items: items.filter((item) => item !== false) };
  };
}

/** The five colours, and none where it has one. */
export function flagItems(entry: Entry, acts: Acts, say: ReturnType<typeof useLanguage>['say']): Item[] {
  const items: Item[] = flags.map((flag) => ({
    key: `flag-${flag}`,
    label: (
      <span className={`flag flag-${flag}`}>
        <FlagIcon /> {say(flagTexts[flag])}
      </span>
    ),
    onClick: () => void acts.take(entry, { act: 'flag', flag }, actsTexts.flagged),
  }));
  const none: Item = {
    key: 'flag-none',
    label: say(actsTexts.noFlag),
    onClick: () => void acts.take(entry, { act: 'flag', flag: 'none' }, actsTexts.unflagged),
  };
  return entry.work.flag ? [...items, none] : items;
}
