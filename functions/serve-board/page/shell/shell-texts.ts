import { roleWords } from '#shared/words/role-words.ts';

export const shellTexts = {
  board: { 'zh-CN': '售后看板', en: 'After-sales board' },
  skip: { 'zh-CN': '跳到内容', en: 'Skip to the content' },
  pages: { 'zh-CN': '页面', en: 'Pages' },
  signOut: { 'zh-CN': '退出登录', en: 'Sign out' },
  offline: {
    'zh-CN': '连不上服务器，显示的是 {at} 的内容，恢复后会自动更新。',
    en: 'The server does not answer. What you see is of {at}; it is brought up to date by itself.',
  },
  expired: { 'zh-CN': '登录已过期，重新登录后继续。', en: 'Your sign-in has expired. Sign in again to go on.' },
  signIn: { 'zh-CN': '重新登录', en: 'Sign in again' },
  roles: roleWords,
} as const;
