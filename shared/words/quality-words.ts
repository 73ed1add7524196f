import type { InspectionResult, StockCondition } from '#shared/returns/goods/facts.ts';
import type { Quality } from '#shared/returns/goods/part.ts';
import type { Words } from './words.ts';

export const resultWords: Words<InspectionResult> = {
  passed: { 'zh-CN': '合格', en: 'passed' },
  'passed-with-deduction': { 'zh-CN': '合格但需扣款', en: 'passed with a deduction' },
  failed: { 'zh-CN': '不合格', en: 'failed' },
};

/** Where the check of all units stands. */
export const qualityWords: Words<Quality> = {
  none: { 'zh-CN': '未质检', en: 'not checked' },
  waiting: { 'zh-CN': '待质检', en: 'waits for its check' },
  'in-check': { 'zh-CN': '质检中', en: 'checked in part' },
  ...resultWords,
};

export const conditionWords: Words<StockCondition> = {
  sellable: { 'zh-CN': '良品', en: 'sellable' },
  defective: { 'zh-CN': '次品', en: 'defective' },
};
