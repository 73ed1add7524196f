import { Button, Popover } from 'antd';
import { useLanguage } from '../../words/locale.tsx';
import { keyRows } from './keys.ts';
import { todayTexts } from './today-texts.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Which keys there are. */
export function KeyHelp({ isOpen, onOpen }: Props) {
  const { say } = useLanguage();
  const table = (
    <dl className="today-keys">
      {keyRows.map(({ key, name }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(name)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={say(todayTexts.keys)}
      content={table}
      open={isOpen}
      onOpenChange={onOpen}
    >
      <Button type="text" aria-label={say(todayTexts.keys)} title={say(todayTexts.keys)}>
        ?
      </Button>
    </Popover>
  );
}
