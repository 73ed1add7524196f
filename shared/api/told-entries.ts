import type { NumberedAct } from '#shared/returns/acts/act.ts';
import type { Change, EventData, Told } from '#shared/returns/record/change.ts';
import { attentionWords } from '#shared/words/attention-words.ts';
import type { Wording } from '#shared/words/wording.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** What the warehouses were last told of each parcel, why a person was called, and whether anyone claimed a parcel. */
export function toldEntries(told: Told, wording: Wording): TimelineEntry[] {
  return Object.values(told).flatMap(({ change }) => {
    const text = change && toldText(change, wording);
    return change && text ? [{ at: change.occurredAt, by: 'backhaul', ...text }] : [];
  });
}

type Line = Pick<TimelineEntry, 'kind' | 'text'>;

function toldText(change: Change, wording: Wording): Line | undefined {
  switch (change.type) {
    case 'Return Tracking Assigned':
    case 'Return Tracking Replaced':
      return preAdviceLine(change, wording);
    case 'Return Tracking Withdrawn':
      return withdrawnLine(change.data, wording);
    case 'Case Needs Attention':
    case 'Case Attention Cleared':
      return attentionLine(change, wording);
    case 'Parcel Follow Requested':
      return followLine(change.data, wording);
    case 'Return Parcel Unclaimed':
    case 'Return Parcel Claimed':
      return claimLine(change, wording);
    default:
      return undefined;
  }
}

function withdrawnLine(
  { warehouseId, trackingNumber }: EventData['Return Tracking Withdrawn'],
  { say }: Wording,
): Line {
  const text = say(
    `通知仓库 ${warehouseId}：运单 ${trackingNumber} 的退货预报取消`,
    `Told warehouse ${warehouseId} to forget parcel ${trackingNumber}`,
  );
  return { kind: 'pre-advice-withdrawn', text };
}

type Calling = Extract<Change, { readonly type: 'Case Needs Attention' | 'Case Attention Cleared' }>;

function attentionLine({ type, data }: Calling, { word, say }: Wording): Line {
  const reasons = data.reasons.map((reason) => lowerFirst(word(attentionWords, reason))).join(say('；', '; '));
  return type === 'Case Needs Attention'
    ? { kind: 'attention', text: say(`需要人处理：${reasons}`, `A person should look: ${reasons}`) }
    : {
        kind: 'attention-cleared',
        text: say(`不再需要人处理：${reasons}`, `No person is needed any more: ${reasons}`),
      };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function followLine(request: EventData['Parcel Follow Requested'], { say, time, list }: Wording): Line {
  const { trackingNumber, round, notBefore } = request;
  const again = round > 1 ? say(`第 ${round} 次`, `try ${round}`) : undefined;
  const from = notBefore && say(`${time(notBefore)} 之后`, `not before ${time(notBefore)}`);
  const text = list(
    say(`请物流源跟踪运单 ${trackingNumber}`, `Asked the carrier feed to follow parcel ${trackingNumber}`),
    again,
    from,
  );
  return { kind: 'follow-requested', text };
}

type Claiming = Extract<Change, { readonly type: 'Return Parcel Unclaimed' | 'Return Parcel Claimed' }>;

function claimLine({ type, data: { trackingNumber } }: Claiming, { say }: Wording): Line {
  return type === 'Return Parcel Unclaimed'
    ? {
        kind: 'parcel-unclaimed',
        text: say(
          `无主件：包裹 ${trackingNumber} 暂无售后单认领`,
          `Unclaimed: no case names parcel ${trackingNumber} yet`,
        ),
      }
    : {
        kind: 'parcel-claimed',
        text: say(`无主件 ${trackingNumber} 已找到售后单`, `The unclaimed parcel ${trackingNumber} found its case`),
      };
}

type Announced = Extract<Change, { readonly type: 'Return Tracking Assigned' | 'Return Tracking Replaced' }>;

function preAdviceLine(change: Announced, { say, goods, list }: Wording): Line {
  const { warehouseId, trackingNumber, lines } = change.data;
  const others =
    change.type === 'Return Tracking Replaced' ? change.data.replaces.map((each) => each.trackingNumber) : [];
  const replaced = [...new Set(others)].filter((number) => number !== trackingNumber);
  const isUpdate = change.type === 'Return Tracking Replaced' && replaced.length === 0;
  const head = isUpdate
    ? say(
        `更新给仓库 ${warehouseId} 的退货预报：运单 ${trackingNumber}`,
        `Changed the pre-advice to warehouse ${warehouseId}: parcel ${trackingNumber}`,
      )
    : say(
        `向仓库 ${warehouseId} 发送退货预报：运单 ${trackingNumber}`,
        `Pre-advice to warehouse ${warehouseId}: parcel ${trackingNumber}`,
      );
  const instead = replaced.length > 0 && say(`取代 ${replaced.join('、')}`, `in place of ${replaced.join(', ')}`);
  const kind = change.type === 'Return Tracking Replaced' ? 'pre-advice-replaced' : 'pre-advice-announced';
  return { kind, text: list(head, instead || undefined, goods(lines)) };
}

/** What a policy or a person decided here. */
export function actEntries(
  acts: readonly NumberedAct[],
  caseKey: string,
  { say, goods, list }: Wording,
): TimelineEntry[] {
  return acts.map(({ act }) => {
    const by = 'person' in act.by ? `person:${act.by.person}` : `policy:${act.by.policy}`;
    if (act.act === 'choose-warehouse') {
      const text = say(`选定退货仓库 ${act.warehouseId}`, `Chose warehouse ${act.warehouseId} for the goods`);
      return { at: act.at, by, kind: 'warehouse-chosen', text };
    }
    const own = Object.entries(act.units[caseKey] ?? {}).map(([sku, { received }]) => ({ sku, quantity: received }));
    const text = list(
      say('分配了共用包裹里的商品', 'Said whose the goods of a shared parcel are'),
      own.length > 0 ? say(`本单得 ${goods(own)}`, `of this case: ${goods(own)}`) : undefined,
    );
    return { at: act.at, by, kind: 'goods-allotted', text };
  });
}
