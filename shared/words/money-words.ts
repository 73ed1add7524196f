import type { MoneyKind } from '#shared/returns/money/facts.ts';
import type { Words } from './words.ts';

export const moneyWords: Words<MoneyKind> = {
  'goods-refund': { 'zh-CN': '货款退款', en: 'goods refund' },
  'freight-refund': { 'zh-CN': '运费退款', en: 'freight refund' },
  'return-freight': { 'zh-CN': '退货运费', en: 'return freight' },
  compensation: { 'zh-CN': '补偿', en: 'compensation' },
  deduction: { 'zh-CN': '扣款', en: 'deduction' },
  recovery: { 'zh-CN': '追偿', en: 'recovery' },
};
