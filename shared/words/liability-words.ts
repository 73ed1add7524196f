import type { Liability } from '#shared/returns/goods/liability.ts';
import type { Words } from './words.ts';

/** Whose fault it seems to be. */
export const liabilityWords: Words<Liability> = {
  buyer: { 'zh-CN': '买家责任', en: 'the buyer' },
  merchant: { 'zh-CN': '商家责任', en: 'the merchant' },
  carrier: { 'zh-CN': '物流责任', en: 'the carrier' },
  unclear: { 'zh-CN': '责任待定', en: 'unclear' },
};
