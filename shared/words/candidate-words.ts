import type { CandidateReason } from '#shared/returns/attention/candidates.ts';
import type { Words } from './words.ts';

/** Why a case may be the one that an unclaimed parcel belongs to. */
export const candidateWords: Words<CandidateReason> = {
  number: { 'zh-CN': '单号相同（写法可能不同）', en: 'the same number, or another way to write it' },
  'similar-number': {
    'zh-CN': '单号只差一位，或相邻两位颠倒',
    en: 'a number that differs by one character, or by two that changed places',
  },
  skus: { 'zh-CN': '到货的商品都在本单', en: 'all that came is of this case' },
  'some-skus': { 'zh-CN': '到货的商品有一部分在本单', en: 'some of what came is of this case' },
  dates: { 'zh-CN': '申请后 30 天内到货', en: 'it came within 30 days of the request' },
  phone: { 'zh-CN': '手机尾号一致', en: 'the end of the phone fits' },
};
