import { useState } from 'react';
import type { Answered } from '#shared/api/client.ts';
import { useCaseDeliveries } from '../../data/use-case.ts';
import { Mark } from '../../parts/mark.tsx';
import { deliveryTexts, outcomeTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';

type Said = NonNullable<Extract<Answered<'listCaseDeliveries'>, { readonly ok: true }>['body']>['deliveries'][number];

const toneOf = {
  applied: 'good',
  'in-part': 'warn',
  unmatched: 'warn',
  'notify-only': 'plain',
  several: 'plain',
  ignored: 'plain',
  'not-understood': 'bad',
} as const;

/** For admins: which messages spoke of the case and what came of each; asked for once it is unfolded. */
export function Deliveries({ caseKey }: { readonly caseKey: string }) {
  const { say } = useWording();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useCaseDeliveries(caseKey, isOpen);
  return (
    <details className="case-block" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(deliveryTexts.title)}</summary>
      <p className="case-hint">{say(deliveryTexts.masked)}</p>
      {error !== null && !data && <p>{say(deliveryTexts.failed)}</p>}
      {data?.length === 0 && <p className="case-hint">{say(deliveryTexts.none)}</p>}
      <ul className="case-rows">
        {data?.toReversed().map((each) => (
          <DeliveryRow key={`${each.source}/${each.channel}/${each.id}`} said={each} />
        ))}
      </ul>
    </details>
  );
}

function DeliveryRow({ said }: { readonly said: Said }) {
  const { say, time } = useWording();
  const { source, channel, id, receivedAt, about, delivery } = said;
  return (
    <li>
      {delivery ? (
        <Mark tone={toneOf[delivery.outcome]}>{say(outcomeTexts[delivery.outcome])}</Mark>
      ) : (
        <Mark>{say(deliveryTexts.gone)}</Mark>
      )}
      <bdi>
        {source}/{channel}
      </bdi>{' '}
      <bdi className="case-code">{id}</bdi>{' '}
      <span className="case-hint">
        {time(receivedAt)} {'parcel' in about && say(deliveryTexts.parcel, { number: about.parcel })}
      </span>
      {delivery?.reason && (
        <div className="case-hint">
          <bdi>{delivery.reason}</bdi>
        </div>
      )}
    </li>
  );
}
