import { Link } from 'wouter';
import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { shortTime } from '../../parts/wall-time.ts';
import { useLanguage } from '../../words/locale.tsx';
import { todayTexts } from './today-texts.ts';

/** A parcel that no case counts, in short: whose it is, is found out on its own page. */
export function ParcelSummary({ entry }: { readonly entry: ParcelEntry }) {
  const { say } = useLanguage();
  const now = useNow();
  const zone = useMe()?.merchant.timeZone ?? 'UTC';
  const { since, warehouseId, carrier, goods } = entry;
  const facts = [
    [todayTexts.parcelSince, shortTime(since, now, zone)],
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
