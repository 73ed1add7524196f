import type { Texts } from '#shared/words/locale.ts';
import type { Direction, Fate, Stop } from './parcel-route.ts';

export const parcelTexts = {
  title: { 'zh-CN': '包裹', en: 'Parcels' },
  none: { 'zh-CN': '还没有运单号', en: 'No tracking number yet' },
  number: { 'zh-CN': '运单号', en: 'tracking number' },
  returned: { 'zh-CN': '已退回', en: 'Returned' },
  replaced: { 'zh-CN': '单号已被替换，不计入', en: 'replaced by another number: does not count' },
  gone: { 'zh-CN': '店铺不再提到此单号', en: 'the store does not name it any more' },
  typedOutbound: { 'zh-CN': '发货运单号被填成退货单号', en: 'its outbound number was given as that of the return' },
  statedCarrier: { 'zh-CN': '填写为 {carrier}', en: 'stated as {carrier}' },
  untracked: { 'zh-CN': '没有物流源在跟踪', en: 'no carrier feed follows it' },
  moved: { 'zh-CN': '最近动态 {at}', en: 'last moved {at}' },
  awaiting: { 'zh-CN': '里面的货待分配', en: 'whose the goods in it are is open' },
  divided: { 'zh-CN': '与其他售后单共用', en: 'shared with other cases' },
  'not-attributed': { 'zh-CN': '太多售后单用此单号，无法认定', en: 'too many cases name it' },
  done: { 'zh-CN': '已完成', en: 'done' },
  here: { 'zh-CN': '当前', en: 'here' },
  ahead: { 'zh-CN': '未到', en: 'ahead' },
  skipped: { 'zh-CN': '未预报', en: 'left out' },
  route: { 'zh-CN': '包裹 {number} 的路线', en: 'Route of parcel {number}' },
} as const satisfies Readonly<Record<string, Texts>>;

export const directionTexts: Readonly<Record<Direction, Texts>> = {
  back: { 'zh-CN': '退货', en: 'Coming back' },
  out: { 'zh-CN': '发货', en: 'Going out' },
  turned: { 'zh-CN': '发货 · 退回途中', en: 'Went out, comes back' },
};

export const fateTexts: Readonly<Record<Fate, Texts>> = {
  'stop-asked': { 'zh-CN': '拦截中，未确认', en: 'stop asked for, not confirmed' },
  stopped: { 'zh-CN': '已拦截', en: 'stopped' },
  'stop-failed': { 'zh-CN': '拦截失败', en: 'could not be stopped' },
  refused: { 'zh-CN': '买家拒收', en: 'refused at the door' },
  'returned-to-sender': { 'zh-CN': '退回寄件人', en: 'turned round to its sender' },
};

export const stopTexts: Readonly<Record<Stop, Texts>> = {
  announced: { 'zh-CN': '预报', en: 'Announced' },
  sent: { 'zh-CN': '发出', en: 'Sent' },
  'picked-up': { 'zh-CN': '揽收', en: 'Picked up' },
  'in-transit': { 'zh-CN': '在途', en: 'In transit' },
  turned: { 'zh-CN': '折返', en: 'Turned round' },
  delivered: { 'zh-CN': '签收', en: 'Signed for' },
  received: { 'zh-CN': '收货', en: 'Booked in' },
  inspected: { 'zh-CN': '质检', en: 'Checked' },
  'stocked-in': { 'zh-CN': '入库', en: 'Stocked in' },
};
