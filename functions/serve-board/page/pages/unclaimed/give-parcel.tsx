import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { CaseEntry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { keyOf, wishAnswered } from '../../acts/idempotency.ts';
import { ask } from '../../data/client.ts';
import { mayAsk, useMe } from '../../data/use-me.ts';
import { useShowRecord } from '../../data/use-records.ts';
import { failureText } from '../../words/failure-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { allFor } from './give-units.ts';
import { unclaimedTexts } from './unclaimed-texts.ts';

interface Props {
  readonly parcel: ParcelEntry;
  readonly entry: CaseEntry;
}

const roles = ['agent', 'warehouse', 'admin'] as const;

/** Says that what came is this case's, where the case itself names the number: of another case that would count for nothing. */
export function GiveParcel({ parcel, entry }: Props) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const me = useMe();
  const give = useGive({ parcel, entry });
  if (!(mayAsk(me, 'takeParcelAct') && me?.roles.some((role) => roles.some((each) => each === role)))) {
    return null;
  }
  const goods = parcel.goods.map(({ sku, quantity }) => `${sku} × ${quantity}`).join(', ');
  const isolated = (text: string) => () => `\u2068${text}\u2069`;
  const confirm = () =>
    modal.confirm({
      title: say(unclaimedTexts.giveTitle),
      content: say(unclaimedTexts.giveWhat)
        .replace('{number}', isolated(parcel.number))
        .replace('{goods}', isolated(goods))
        .replace('{case}', isolated(entry.caseId)),
      okText: say(unclaimedTexts.giveYes).replace('{case}', isolated(entry.caseId)),
      cancelText: say(unclaimedTexts.giveNo),
      onOk: () => give.mutate(),
    });
  return (
    <Button loading={give.isPending} disabled={parcel.goods.length === 0} onClick={confirm}>
      {say(unclaimedTexts.give)}
    </Button>
  );
}

/** What came of it is said at once; lists follow. */
function useGive({ parcel, entry }: Props) {
  const { say, locale } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const show = useShowRecord();
  return useMutation({
    mutationFn: async () => await giveAll(parcel, entry.key),
    onSuccess: (taken) => {
      if (taken?.unclaimed) {
        void message.warning(say(unclaimedTexts.givenInVain), 8);
      } else {
        void message.success(say(unclaimedTexts.given).replace('{case}', () => entry.caseId));
      }
      return show();
    },
    onError: (error) => void message.error(failureText(error, locale, me), 8),
  });
}

/** Asked again after a lost answer it is the same act, and taken once. */
async function giveAll(parcel: ParcelEntry, caseKey: string) {
  const wish = `allot ${parcel.number} ${caseKey} ${parcel.version}`;
  const body = { act: 'allot', units: allFor(caseKey, parcel), ifAct: 0, key: keyOf(wish) };
  const answer = await ask('takeParcelAct', { path: { number: parcel.number }, body });
  wishAnswered(wish);
  return answer.body?.parcel;
}
