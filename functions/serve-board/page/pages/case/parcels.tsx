import type { CaseView, ParcelView } from '#shared/api/case-view.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Mark } from '../../parts/mark.tsx';
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

const toneOf = { back: 'info', out: 'plain', turned: 'warn' } as const;

function ParcelCard({ parcel, route }: { readonly parcel: ParcelView; readonly route: ParcelRoute }) {
  const { say } = useWording();
  const { number, carrier, statedCarrier } = parcel;
  const isDifferent = statedCarrier !== undefined && statedCarrier !== carrier;
  return (
    <article className={isPast(parcel) ? 'case-parcel case-past' : 'case-parcel'}>
      <header className="case-parcel-head">
        <Mark tone={toneOf[route.direction]}>{say(directionTexts[route.direction])}</Mark>
        {carrier && <bdi>{carrier}</bdi>}
        <Copyable text={number} what={say(parcelTexts.number)} />
        {isDifferent && <span className="case-hint">{say(parcelTexts.statedCarrier, { carrier: statedCarrier })}</span>}
        <ParcelMarks parcel={parcel} route={route} />
      </header>
      {isWorthShowing(parcel, route) && <RouteLine route={route} number={number} />}
    </article>
  );
}

function ParcelMarks({ parcel, route: { fate } }: { readonly parcel: ParcelView; readonly route: ParcelRoute }) {
  const { say, word } = useWording();
  const { sides = [], allotment, isGone, isTypedOutbound, untrackedSince } = parcel;
  const others = sides.filter((side) => side !== fate);
  return (
    <>
      {fate && <Mark tone={fate === 'stop-asked' ? 'warn' : 'bad'}>{say(fateTexts[fate])}</Mark>}
      {others.map((side) => (
        <Mark key={side} tone="bad">
          {word(stageWords, side)}
        </Mark>
      ))}
      {allotment && allotment !== 'sole' && <Mark tone="warn">{say(parcelTexts[allotment])}</Mark>}
      {isTypedOutbound && <Mark tone="bad">{say(parcelTexts.typedOutbound)}</Mark>}
      {untrackedSince && <Mark>{say(parcelTexts.untracked)}</Mark>}
      {isGone && <Mark>{say(parcelTexts.gone)}</Mark>}
      {!isGone && isPast(parcel) && <Mark>{say(parcelTexts.replaced)}</Mark>}
    </>
  );
}
