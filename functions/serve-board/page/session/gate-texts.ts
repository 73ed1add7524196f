import type { Texts } from '#shared/words/locale.ts';

export const gateTexts = {
  board: { 'zh-CN': '售后看板', en: 'After-sales board' },
  signInFirst: { 'zh-CN': '请登录后查看售后单。', en: 'Sign in to see your cases.' },
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  signInFailed: {
    'zh-CN': '登录没有完成，请再试一次。仍不行时请联系管理员。',
    en: 'Signing in did not come to its end. Try once more; if it fails again, ask your administrator.',
  },
  loading: { 'zh-CN': '正在打开…', en: 'Opening…' },
  notLetIn: { 'zh-CN': '你的账号还不能查看售后', en: 'Your account may not see any cases yet' },
  askAdmin: {
    'zh-CN': '请管理员把你的账号加入一个小组或角色。',
    en: 'Ask an administrator to put your account into a team or a role.',
  },
  noAnswer: { 'zh-CN': '连不上服务器', en: 'The server does not answer' },
  checkNetwork: {
    'zh-CN': '请检查网络，稍后再试。你没有丢失任何内容。',
    en: 'Check your network and try again. Nothing of yours is lost.',
  },
  again: { 'zh-CN': '再试一次', en: 'Try again' },
  otherAccount: { 'zh-CN': '换个账号登录', en: 'Use another account' },
} as const satisfies Readonly<Record<string, Texts>>;
