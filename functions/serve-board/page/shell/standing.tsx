import { Alert, Button } from 'antd';
import type { Me } from '../data/use-me.ts';
import { useRecords } from '../data/use-records.ts';
import { SignedOutError, signIn } from '../session/session.ts';
import { useLanguage } from '../words/locale.tsx';
import { shellTexts } from './shell-texts.ts';

/** Says when what is shown may not be true any more: nothing answers, or whoever signed in is not any more. */
export function Standing({ me }: { readonly me: Me }) {
  const { say, locale } = useLanguage();
  const { error, dataUpdatedAt } = useRecords();
  if (error instanceof SignedOutError) {
    const again = <Button onClick={() => void signIn()}>{say(shellTexts.signIn)}</Button>;
    return <Alert banner type="error" title={say(shellTexts.expired)} action={again} />;
  }
  if (error && dataUpdatedAt > 0) {
    const { timeZone } = me.merchant;
    const at = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(dataUpdatedAt);
    return <Alert banner type="warning" title={say(shellTexts.offline).replace('{at}', at)} />;
  }
  return null;
}
