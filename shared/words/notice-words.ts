import type { NoticeLevel } from '#shared/returns/attention/notice-class.ts';
import type { Words } from './words.ts';

/** What rings, as the heading of a message. */
export const noticeLevelWords: Words<NoticeLevel> = {
  'half-hour': { 'zh-CN': '平台时限最后半小时', en: "Last half-hour of a platform's time" },
  'two-hours': { 'zh-CN': '平台时限两小时内，无人领取', en: "Platform's time within two hours, nobody has it" },
  exception: { 'zh-CN': '质检异常，待联系买家', en: 'Exception at the quality check: contact the buyer' },
  dispute: { 'zh-CN': '有纠纷，待举证或处理', en: 'A dispute: give evidence or settle it' },
  stop: { 'zh-CN': '拦截三十分钟未确认', en: 'A stop was not confirmed for thirty minutes' },
  'late-check': { 'zh-CN': '质检超时', en: 'A quality check is late' },
  'silent-source': { 'zh-CN': '来源没有推送', en: 'A source is silent' },
};
