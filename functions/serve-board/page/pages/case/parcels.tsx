import { Tag } from 'antd';
import type { CaseView, ParcelView } from '#shared/api/case-view.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { Block } from './block.tsx';
import { type ParcelRoute, routeOf } from './parcel-route.ts';
import { directionTexts, fateTexts, parcelTexts } from './parcel-texts.ts';
import { RouteLine } from './route-line.tsx';
import { useWording } from './use-wording.ts';
import './parcels.css';

/** Every number that the case ever named, those that count first. */
export function Parcels({ view }: { readonly view: CaseView }) {
  const { say } = useWording();
  const routes = view.parcels.map((parcel) => ({ parcel, route: routeOf(parcel, view) }));
  const shown = routes.toSorted((a, b) => Number(isPast(a.parcel)) - Number(isPast(b.parcel)));
  return (
    <Block title={say(parcelTexts.title)}>
      {shown.length === 0 && <p className="case-hint">{say(parcelTexts.none)}</p>}
      {shown.map(({ parcel, route }) => (
        <ParcelCard key={parcel.number} parcel={parcel} route={route} />
      ))}
    </Block>
  );
}

function isPast({ stands, isOutbound, isGone }: ParcelView): boolean {
  return isGone === true || !(stands || isOutbound);
}

/** Of a number that does not count only where something went under it all the same. */
function isWorthShowing(parcel: ParcelView, { stops }: ParcelRoute): boolean {
  return !isPast(parcel) || stops.findIndex(({ state }) => state === 'here') > 0;
}

const toneOf = { back: 'blue', out: 'default', turned: 'orange' } as const;

function ParcelCard({ parcel, route }: { readonly parcel: ParcelView; readonly route: ParcelRoute }) {
  const { say } = useWording();
  const { number, carrier, statedCarrier } = parcel;
  const isDifferent = statedCarrier !== undefined && statedCarrier !== carrier;
  return (
    <article className={isPast(parcel) ? 'case-parcel case-past' : 'case-parcel'}>
      <header className="case-parcel-head">
        <Tag color={toneOf[route.direction]}>{say(directionTexts[route.direction])}</Tag>
        {carrier && <bdi>{carrier}</bdi>}
        <CopyId id={number} name={say(parcelTexts.number)} />
        {isDifferent && <span className="case-hint">{say(parcelTexts.statedCarrier, { carrier: statedCarrier })}</span>}
        <ParcelTags parcel={parcel} route={route} />
      </header>
      {isWorthShowing(parcel, route) && <RouteLine route={route} number={number} />}
    </article>
  );
}

function ParcelTags({ parcel, route: { fate } }: { readonly parcel: ParcelView; readonly route: ParcelRoute }) {
  const { say, word } = useWording();
  const { sides = [], allotment, isGone, isTypedOutbound, untrackedSince } = parcel;
  const others = sides.filter((side) => side !== fate);
  return (
    <>
      {fate && <Tag color={fate === 'stop-asked' ? 'gold' : 'red'}>{say(fateTexts[fate])}</Tag>}
      {others.map((side) => (
        <Tag key={side} color="red">
          {word(stageWords, side)}
        </Tag>
      ))}
      {allotment && allotment !== 'sole' && <Tag color="gold">{say(parcelTexts[allotment])}</Tag>}
      {isTypedOutbound && <Tag color="red">{say(parcelTexts.typedOutbound)}</Tag>}
      {untrackedSince && <Tag>{say(parcelTexts.untracked)}</Tag>}
      {isGone && <Tag>{say(parcelTexts.gone)}</Tag>}
      {!isGone && isPast(parcel) && <Tag>{say(parcelTexts.replaced)}</Tag>}
    </>
  );
}
