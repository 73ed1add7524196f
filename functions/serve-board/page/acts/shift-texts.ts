import type { Texts } from '#shared/words/locale.ts';

export const shiftTexts = {
  shift: { 'zh-CN': '交接班', en: 'Hand over' },
  offered: { 'zh-CN': '交给我的', en: 'Handed to me' },
  mine: { 'zh-CN': '我手上的', en: 'What I have' },
  acceptAll: { 'zh-CN': '全部接收（{n} 件）', en: 'Accept all {n}' },
  accepted: { 'zh-CN': '已接收 {n} 件', en: 'Accepted: {n}' },
  handTo: { 'zh-CN': '交接给', en: 'Hand over to' },
  handOver: { 'zh-CN': '交接 {n} 件', en: 'Hand over {n}' },
  handedOver: { 'zh-CN': '已交接 {n} 件，等对方接收', en: 'Handed over: {n}, to be accepted' },
  leftOut: {
    'zh-CN': '已交接 {n} 件，等对方接收；{out} 件对方看不到，没有交接',
    en: 'Handed over: {n}, to be accepted; {out} out of their sight were not',
  },
  outOfSight: {
    'zh-CN': '这 {n} 件小组 {team} 看不到（店铺 {shops}），不会交接：{numbers}',
    en: 'Out of sight of team {team} (shop {shops}), so not handed over: {n} ({numbers})',
  },
  someNot: { 'zh-CN': '有 {n} 件没有成功，原因见下', en: '{n} were not: why stands beside them' },
  nothingOffered: { 'zh-CN': '没有待你接收的交接', en: 'Nothing was handed over to you' },
  nothingMine: { 'zh-CN': '你手上没有未结的单据', en: 'You have nothing open' },
  promisedBy: { 'zh-CN': '答应买家最迟 {at}', en: 'the buyer was promised by {at}' },
  offeredAlready: { 'zh-CN': '已交接，待接收', en: 'handed over, not accepted yet' },
  nothingToDo: { 'zh-CN': '暂无待办', en: 'nothing to do now' },
  comma: { 'zh-CN': '、', en: ', ' },
  wait: { 'zh-CN': '{n} 件交接给你', en: '{n} handed to you' },
} as const satisfies Readonly<Record<string, Texts>>;
