import type { Texts } from '#shared/words/locale.ts';
import type { Trouble } from './trouble-of.ts';

interface TroubleTexts {
  readonly title: Texts;
  /** With something on the page, of `{at}`. */
  readonly shown: Texts;
  /** With nothing to show yet. */
  readonly empty: Texts;
}

export const troubleTexts: Readonly<Record<Trouble, TroubleTexts>> = {
  expired: {
    title: { 'zh-CN': '登录已过期', en: 'Your sign-in has expired' },
    shown: {
      'zh-CN': '页面停在 {at}，不再更新。重新登录后回到这里。',
      en: 'The page stands as of {at} and is brought up to date no more. Sign in again, and you come back here.',
    },
    empty: { 'zh-CN': '重新登录后回到这里。', en: 'Sign in again, and you come back here.' },
  },
  'not-let-in': {
    title: { 'zh-CN': '你的账号已没有权限', en: 'Your account may not see this any more' },
    shown: {
      'zh-CN': '页面停在 {at}。请管理员检查你的小组或角色。',
      en: 'The page stands as of {at}. Ask an administrator to look at your team or role.',
    },
    empty: {
      'zh-CN': '请管理员检查你的小组或角色。',
      en: 'Ask an administrator to look at your team or role.',
    },
  },
  offline: {
    title: { 'zh-CN': '网络已断开', en: 'No network' },
    shown: {
      'zh-CN': '显示的是 {at} 的内容，联网后自动更新。',
      en: 'What you see is of {at}; it is brought up to date by itself.',
    },
    empty: { 'zh-CN': '联网后自动加载。', en: 'It is loaded by itself once there is one.' },
  },
  'no-answer': {
    title: { 'zh-CN': '连不上服务器', en: 'The server does not answer' },
    shown: {
      'zh-CN': '显示的是 {at} 的内容，恢复后自动更新；现在做的操作可能不成功。',
      en: 'What you see is of {at}; it is brought up to date by itself. What you do now may fail.',
    },
    empty: { 'zh-CN': '会自动再试。', en: 'It is tried again by itself.' },
  },
};

export const standingTexts = {
  signIn: { 'zh-CN': '重新登录', en: 'Sign in again' },
  again: { 'zh-CN': '立即重试', en: 'Try now' },
  silentOne: {
    'zh-CN': '{shops} 的推送自 {at} 起中断：新申请和状态变化可能晚几分钟，系统会自动去店铺读取。',
    en: '{shops} pushes nothing since {at}: new requests and changes show some minutes late, as we read the shop instead.',
  },
  silentMany: {
    'zh-CN': '{shops} 等 {n} 家店铺的推送中断（最早自 {at}）：新申请和状态变化可能晚几分钟，系统会自动去店铺读取。',
    en: '{n} shops ({shops}…) push nothing, the first since {at}: new requests and changes show some minutes late, as we read the shops instead.',
  },
  silentMore: {
    'zh-CN': '不会遗漏；急单请到店铺后台核对。',
    en: 'None is lost; look there for what is urgent.',
  },
  details: { 'zh-CN': '查看数据源', en: 'See the sources' },
  hide: { 'zh-CN': '知道了，收起', en: 'Hide' },
} as const satisfies Readonly<Record<string, Texts>>;
