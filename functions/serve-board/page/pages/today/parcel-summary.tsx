import { Link } from 'wouter';
import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { useMoment } from '../../parts/use-moment.ts';
import { useLanguage } from '../../words/locale.tsx';
import { todayTexts } from './today-texts.ts';

/** A parcel that no case counts, in short: whose it is, is found out on its own page. */
export function ParcelSummary({ entry }: { readonly entry: ParcelEntry }) {
  const { say } = useLanguage();
  const moment = useMoment();
  const { since, warehouseId, carrier, goods } = entry;
  const facts = [
    [todayTexts.parcelSince, moment(since)],
    [todayTexts.warehouse, warehouseId],
    [todayTexts.carrier, carrier],
    [todayTexts.goods, goods.map(({ sku, quantity }) => `${sku} × ${quantity}`).join('，')],
  ] as const;
  return (
    <>
      <dl className="today-facts">
        {facts.map(([name, value]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>
              <bdi>{value || '—'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href={`/unclaimed?number=${encodeURIComponent(entry.number)}`}>{say(todayTexts.toUnclaimed)}</Link>
      </p>
    </>
  );
}
