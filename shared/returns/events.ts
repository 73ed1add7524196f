import { carrierEvents } from './carrier/events.ts';
import { attentionEvents } from './case/events.ts';
import { deadlineEvents } from './deadlines/events.ts';
import { decisionEvents } from './decision/events.ts';
import { goodsEvents } from './goods/events.ts';
import { moneyEvents } from './money/events.ts';
import { openingEvents } from './opening/events.ts';
import { claimEvents } from './parcel/events.ts';
import { preAdviceEvents } from './pre-advice/events.ts';
import type { Value } from './record/values.ts';

/** Everything that Backhaul says on the bus, by detail-type. */
export const events = {
  ...openingEvents,
  ...decisionEvents,
  ...attentionEvents,
  ...preAdviceEvents,
  ...carrierEvents,
  ...claimEvents,
  ...goodsEvents,
  ...moneyEvents,
  ...deadlineEvents,
};
export type EventType = keyof typeof events;

/** What the `data` of each event holds. */
export type EventData = { [Type in EventType]: Value<(typeof events)[Type]['data']> };
