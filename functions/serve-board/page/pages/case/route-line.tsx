import type { ParcelRoute, RouteStop } from './parcel-route.ts';
import { parcelTexts, stopTexts } from './parcel-texts.ts';
import { useWording } from './use-wording.ts';

/** The way of a parcel as a line of stops; which one it is at is said in words, too. */
export function RouteLine({ route, number }: { readonly route: ParcelRoute; readonly number: string }) {
  const { say } = useWording();
  return (
    <ol className="case-route" aria-label={say(parcelTexts.route, { number })}>
      {route.stops.map((stop) => (
        <StopMark key={stop.stop} stop={stop} />
      ))}
    </ol>
  );
}

function StopMark({ stop: { stop, state, at } }: { readonly stop: RouteStop }) {
  const { say, time } = useWording();
  return (
    <li className={`case-stop case-stop-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
      <span className="case-stop-dot" aria-hidden="true" />
      <span className="case-stop-name">{say(stopTexts[stop])}</span>
      <span className="case-unseen">{say(parcelTexts[state])}</span>
      <span className="case-hint">{state === 'skipped' ? say(parcelTexts.skipped) : at && time(at)}</span>
    </li>
  );
}
