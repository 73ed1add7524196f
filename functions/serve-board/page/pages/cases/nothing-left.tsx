import { Button, Empty } from 'antd';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesTexts, filterTexts } from './cases-texts.ts';
import { type FilterName, filterNames, type Sifted } from './sift-rows.ts';
import { noWish, type Wish } from './wish.ts';

interface NothingLeftProps {
  readonly sifted: Sifted;
  readonly change: (changes: Partial<Wish>) => void;
  readonly clear: () => void;
}

/** Each filter as it is when it asks for nothing. */
const loosened: Readonly<Record<FilterName, Partial<Wish>>> = {
  text: { text: noWish.text },
  shop: { shops: noWish.shops },
  kind: { kinds: noWish.kinds },
  reason: { reasons: noWish.reasons },
  owner: { owner: noWish.owner },
  flag: { flags: noWish.flags },
  money: { from: undefined, to: undefined },
  waits: { waitsOn: noWish.waitsOn },
  time: { time: undefined },
};

/** Says which one filter leaves nothing, and lets go of it. */
export function NothingLeft({ sifted: { without, counts }, change, clear }: NothingLeftProps) {
  const { say } = useLanguage();
  const ways = filterNames.flatMap((name) => (without[name] ? [{ name, count: without[name] }] : []));
  const isElsewhere = counts.all > 0;
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <p role="status">{say(casesTexts.nothingLeft)}</p>
          {ways.length === 0 && !isElsewhere && <p>{say(casesTexts.severalHide)}</p>}
        </>
      }
    >
      <div className="nothing-ways">
        {isElsewhere && (
          <Button onClick={() => change({ tab: 'all' })}>
            {say(filled(casesTexts.otherTabs, { count: counts.all }))}
          </Button>
        )}
        {ways.map(({ name, count }) => (
          <Button key={name} onClick={() => change(loosened[name])}>
            {say(filled(casesTexts.loosen, { filter: say(filterTexts[name]), count }))}
          </Button>
        ))}
        <Button type="link" onClick={clear}>
          {say(casesTexts.clear)}
        </Button>
      </div>
    </Empty>
  );
}
