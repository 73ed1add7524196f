import type { Need } from '#shared/returns/deadlines/clock.ts';
import type { Words } from './words.ts';

/** Why a kind of deadline is not measured: what nobody tells. */
export const notMeasuredWords: Words<Need> = {
  messages: { 'zh-CN': '未计时：没有渠道告知与买家的消息', en: 'not measured: no channel tells of messages' },
  stops: { 'zh-CN': '未计时：没有渠道告知拦截结果', en: 'not measured: no channel tells of interceptions' },
  acknowledgements: {
    'zh-CN': '未计时：没有渠道告知仓库确认预报',
    en: 'not measured: no channel tells of acknowledgements',
  },
  'write-ups': { 'zh-CN': '未计时：没有渠道告知结案登记', en: 'not measured: no channel tells of write-ups' },
};
