import { Button } from 'antd';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { useMe } from '../data/use-me.ts';
import { useLanguage } from '../words/locale.tsx';
import { actsTexts } from './acts-texts.ts';
import { possibleActs } from './possible-acts.ts';
import type { Acts } from './use-act.ts';

/** Takes over what was offered to me, or claims what nobody has; nothing where neither is so. */
export function ClaimButton({ entry, acts }: { readonly entry: Entry; readonly acts: Acts }) {
  const { say } = useLanguage();
  const me = useMe();
  const { accept, claim } = me ? possibleActs(entry, me) : { accept: false, claim: false };
  if (!(accept || claim)) {
    return null;
  }
  const [act, name, done] = accept
    ? (['accept', actsTexts.accept, actsTexts.accepted] as const)
    : (['claim', actsTexts.claim, actsTexts.claimed] as const);
  return (
    <Button type="primary" disabled={acts.isBusy} onClick={() => void acts.take(entry, { act }, done)}>
      {say(name)}
    </Button>
  );
}
