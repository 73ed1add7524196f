import type { View } from '#shared/returns/attention/views.ts';
import type { Texts } from '#shared/words/locale.ts';

export const viewTexts: Readonly<Record<View, Texts>> = {
  mine: { 'zh-CN': '我的', en: 'Mine' },
  team: { 'zh-CN': '小组', en: 'Team' },
  unclaimed: { 'zh-CN': '未领取', en: 'Unclaimed' },
  all: { 'zh-CN': '全部', en: 'All' },
};

export const todayTexts = {
  watched: { 'zh-CN': '今天替你盯住', en: 'Watched for you today:' },
  watchedMeans: {
    'zh-CN': '今天到期和已超时的、平台结果不一致的，每单算在险金额最大的一项',
    en: 'Of what is due today or overdue, and of what the store says otherwise: the largest sum at stake of each',
  },
  watchedCount: { 'zh-CN': '今天要到期 {n} 件', en: '{n} due today' },
  doFirst: { 'zh-CN': '先做这 {n} 件', en: 'do these {n} first' },
  doFirstOne: { 'zh-CN': '先做这 1 件', en: 'do this one first' },
  comma: { 'zh-CN': '，', en: ' ' },
  nothingDue: { 'zh-CN': '今天没有要到期的，按顺序处理就好', en: 'Nothing is due today: take things in their order' },
  nothingDueHere: {
    'zh-CN': '这一组今天没有要到期的，按顺序处理就好',
    en: 'Nothing of this group is due today: take things in their order',
  },
  awaited: {
    'zh-CN': '没有别的急事；{n} 件等平台回传',
    en: "Nothing else is pressing; awaiting the store's word: {n}",
  },
  nearest: { 'zh-CN': '最近的{left}', en: 'the nearest {left}' },
  inBrackets: { 'zh-CN': '（{text}）', en: ' ({text})' },
  listComma: { 'zh-CN': '，', en: ', ' },
  views: { 'zh-CN': '看谁的', en: 'Whose' },
  groups: { 'zh-CN': '分组', en: 'Groups' },
  allGroups: { 'zh-CN': '全部', en: 'All' },
  list: { 'zh-CN': '今日待办', en: 'To do today' },
  updates: { 'zh-CN': '有 {n} 条更新', en: '{n} updates' },
  oneUpdate: { 'zh-CN': '有 1 条更新', en: '1 update' },
  more: { 'zh-CN': '再显示 {n} 条', en: 'Show {n} more' },
  largerFirst: { 'zh-CN': '同档内金额大的在前', en: 'in each, the larger sum first' },
  count: { 'zh-CN': '{n} 件', en: '{n}' },
  gone: { 'zh-CN': '已不在此列表', en: 'no longer in this list' },
  others: { 'zh-CN': '另有 {n} 项', en: '{n} more to do' },
  since: { 'zh-CN': '等了 {time}', en: 'waits for {time}' },
  nothingToDo: { 'zh-CN': '都处理完了', en: 'All done' },
  nothingHere: {
    'zh-CN': '这里没有待办，辛苦了。有新的会自动出现。',
    en: 'Nothing is to do here. What comes next shows by itself.',
  },
  seeAll: { 'zh-CN': '看全部', en: 'See all' },
  notLoaded: { 'zh-CN': '没有加载出来', en: 'The list did not load' },
  again: { 'zh-CN': '再试一次', en: 'Try again' },
  keys: { 'zh-CN': '快捷键', en: 'Keys' },
  close: { 'zh-CN': '关闭', en: 'Close' },
  toUnclaimed: { 'zh-CN': '去“无主件”处理', en: 'Go on under Unclaimed' },
  parcelSince: { 'zh-CN': '到仓时间', en: 'Came' },
  warehouse: { 'zh-CN': '仓库', en: 'Warehouse' },
  carrier: { 'zh-CN': '承运商', en: 'Carrier' },
  goods: { 'zh-CN': '商品', en: 'Goods' },
  goneDetail: {
    'zh-CN': '这条已经不在未结列表里了（可能已完结）。',
    en: 'This one is no longer among what is open: it may be done.',
  },
  offeredToYou: { 'zh-CN': '有 {n} 件交接给你，待接收', en: '{n} were handed over to you' },
  orderId: { 'zh-CN': '订单号', en: 'Order' },
  caseId: { 'zh-CN': '售后单号', en: 'Case' },
  number: { 'zh-CN': '运单号', en: 'Tracking number' },
} as const satisfies Readonly<Record<string, Texts>>;

export const columnTexts = {
  platform: { 'zh-CN': '平台剩余', en: "Platform's time" },
  todo: { 'zh-CN': '要做什么', en: 'To do' },
  own: { 'zh-CN': '我方时限', en: 'Our time' },
  stake: { 'zh-CN': '在险金额', en: 'At stake' },
  shop: { 'zh-CN': '店铺', en: 'Shop' },
  ids: { 'zh-CN': '售后单号/订单号', en: 'Case / order' },
  goods: { 'zh-CN': '商品', en: 'Goods' },
  kind: { 'zh-CN': '类型·原因', en: 'Kind, reason' },
  waitsOn: { 'zh-CN': '卡在谁', en: 'Waits for' },
  owner: { 'zh-CN': '负责人', en: 'Owner' },
  marks: { 'zh-CN': '旗标/备注', en: 'Flag, notes' },
  acts: { 'zh-CN': '操作', en: 'Actions' },
} as const satisfies Readonly<Record<string, Texts>>;
