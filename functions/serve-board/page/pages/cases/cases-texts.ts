import type { Texts } from '#shared/words/locale.ts';
import type { FilterName } from './sift-rows.ts';
import type { OwnerChoice, TimeChoice } from './wish.ts';

export const casesTexts = {
  title: { 'zh-CN': '售后单', en: 'Cases' },
  all: { 'zh-CN': '全部', en: 'All' },
  stages: { 'zh-CN': '按状态', en: 'By state' },
  filters: { 'zh-CN': '筛选', en: 'Filters' },
  clear: { 'zh-CN': '清空筛选', en: 'Clear filters' },
  shown: { 'zh-CN': '显示 {shown} / 共 {all} 单', en: '{shown} of {all} cases' },
  opened: { 'zh-CN': '只含未结束的售后单，已结束的用单号搜索', en: 'Open cases only; look for closed ones by number' },
  moneyFrom: { 'zh-CN': '申请金额 从', en: 'Asked for, from' },
  moneyTo: { 'zh-CN': '申请金额 到', en: 'Asked for, to' },
  from: { 'zh-CN': '金额 从', en: 'Sum from' },
  to: { 'zh-CN': '到', en: 'to' },
  csv: { 'zh-CN': '导出 CSV（{count}）', en: 'Export CSV ({count})' },
  csvHint: { 'zh-CN': '导出筛选后的 {count} 单', en: 'Exports the {count} cases that are left by the filters' },
  failed: { 'zh-CN': '售后单读取失败', en: 'The cases could not be loaded' },
  again: { 'zh-CN': '再试一次', en: 'Try again' },
  none: { 'zh-CN': '没有未结束的售后单', en: 'There is no open case' },
  noneHint: {
    'zh-CN': '买家申请售后后会自动出现在这里。已结束的可用单号搜索。',
    en: 'What buyers ask for appears here by itself. Look for closed cases by their number.',
  },
  nothingLeft: { 'zh-CN': '没有符合条件的售后单', en: 'No case is left by these filters' },
  loosen: { 'zh-CN': '去掉“{filter}”，有 {count} 单', en: 'Without “{filter}”: {count}' },
  otherTabs: { 'zh-CN': '看全部状态，有 {count} 单', en: 'In all states: {count}' },
  severalHide: {
    'zh-CN': '去掉其中任何一个筛选都没有结果，需要一起放宽。',
    en: 'No single filter is in the way: loosen several of them.',
  },
  noFlag: { 'zh-CN': '无旗标', en: 'no flag' },
  openCase: { 'zh-CN': '打开售后单 {case}', en: 'Open case {case}' },
  table: { 'zh-CN': '售后单列表', en: 'List of cases' },
  paused: { 'zh-CN': '暂停计时', en: 'Paused' },
  noClock: { 'zh-CN': '平台没有在计时', en: 'The platform has no clock running' },
  done: { 'zh-CN': '已结束', en: 'Done' },
  notInList: { 'zh-CN': '列表没有此项，打开售后单查看', en: 'Not part of the list: open the case to see it' },
} as const satisfies Readonly<Record<string, Texts>>;

export const filterTexts: Readonly<Record<FilterName, Texts>> = {
  text: { 'zh-CN': '搜索', en: 'Search' },
  shop: { 'zh-CN': '店铺', en: 'Shop' },
  kind: { 'zh-CN': '类型', en: 'Type' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  owner: { 'zh-CN': '负责人', en: 'Owner' },
  flag: { 'zh-CN': '旗标', en: 'Flag' },
  money: { 'zh-CN': '申请金额', en: 'Asked for' },
  waits: { 'zh-CN': '卡在谁', en: 'Waits for' },
  time: { 'zh-CN': '平台剩余', en: 'Platform time' },
};

export const ownerTexts: Readonly<Record<OwnerChoice, Texts>> = {
  anyone: { 'zh-CN': '负责人不限', en: 'Any owner' },
  me: { 'zh-CN': '我的', en: 'Mine' },
  nobody: { 'zh-CN': '未领取', en: "Nobody's" },
};

export const timeTexts: Readonly<Record<TimeChoice, Texts>> = {
  'within-2-hours': { 'zh-CN': '已超时或2小时内', en: 'overdue, or within 2 h' },
  'within-8-hours': { 'zh-CN': '8小时内', en: 'within 8 h' },
  today: { 'zh-CN': '今天内', en: 'by the end of today' },
};
