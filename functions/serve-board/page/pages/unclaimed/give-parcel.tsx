import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { CaseEntry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { ask, RefusedError } from '../../data/client.ts';
import { mayAsk, useMe } from '../../data/use-me.ts';
import { useLanguage } from '../../words/locale.tsx';
import { problemText } from '../../words/problem-text.ts';
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
  const goods = parcel.goods.map(({ sku, quantity }) => `${sku} × ${quantity}`).join('，');
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
      onOk: async () => await give.mutateAsync(crypto.randomUUID()).catch(() => undefined),
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
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (key: string) => {
      const body = { act: 'allot', units: allFor(entry.key, parcel), ifAct: 0, key };
      return (await ask('takeParcelAct', { path: { number: parcel.number }, body })).body;
    },
    onSuccess: async (taken) => {
      if (taken?.parcel.unclaimed) {
        void message.warning(say(unclaimedTexts.givenInVain), 8);
      } else {
        void message.success(say(unclaimedTexts.given).replace('{case}', () => entry.caseId));
      }
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
    onError: (error) => {
      const why = error instanceof RefusedError ? problemText(error.problem, locale) : '';
      void message.error(why || say(unclaimedTexts.notGiven), 8);
    },
  });
}
