import type { Texts } from '#shared/words/locale.ts';

export const failureTexts = {
  signedOut: { 'zh-CN': '登录已过期，请重新登录', en: 'Your sign-in has expired: sign in again' },
  refused: { 'zh-CN': '没有成功（{status}），请稍后再试', en: 'That did not work ({status}): try again shortly' },
  noAnswer: {
    'zh-CN': '服务器没有回答，请检查网络后再试一次',
    en: 'The server does not answer: check your network and try again',
  },
} as const satisfies Readonly<Record<string, Texts>>;
