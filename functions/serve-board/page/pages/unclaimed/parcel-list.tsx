import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { useNow } from '../../data/use-now.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { useMoment } from '../../parts/use-moment.ts';
import { useLanguage } from '../../words/locale.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';

interface Props {
  readonly parcels: readonly ParcelEntry[];
  readonly opened: string | undefined;
  readonly open: (number: string) => void;
}

export function ParcelList({ parcels, opened, open }: Props) {
  const { say } = useLanguage();
  return (
    <ul className="unclaimed-list" aria-label={say(unclaimedTexts.list)}>
      {parcels.map((parcel) => (
        <li key={parcel.number} className={parcel.number === opened ? 'is-opened' : ''}>
          <Copyable text={parcel.number} what={say(unclaimedTexts.number)} />
          <ParcelFacts parcel={parcel} />
          <button
            type="button"
            className="unclaimed-open"
            aria-current={parcel.number === opened ? 'true' : undefined}
            onClick={() => open(parcel.number)}
          >
            <span className="out-of-sight">{parcel.number}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is known of a parcel, line by line. */
export function ParcelFacts({ parcel }: { readonly parcel: ParcelEntry }) {
  const { say, locale } = useLanguage();
  const now = useNow();
  const moment = useMoment();
  const { carrier, warehouseId, since, goods, own } = parcel;
  const came = goods.map(({ sku, quantity }) => `${sku} × ${quantity}`);
  const left = own?.dueAt && timeLeftText(Date.parse(own.dueAt), Date.parse(now), locale);
  const facts = [
    [unclaimedTexts.goods, came.join(locale === 'zh-CN' ? '，' : ', ') || say(unclaimedTexts.noGoods)],
    [unclaimedTexts.warehouse, warehouseId ?? say(unclaimedTexts.unknown)],
    [unclaimedTexts.carrier, carrier ?? say(unclaimedTexts.unknown)],
    [unclaimedTexts.since, moment(since)],
    ...(left ? [[unclaimedTexts.clock, left] as const] : []),
  ] as const;
  return (
    <dl className="unclaimed-facts">
      {facts.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
