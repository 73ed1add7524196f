import { roleWords } from '#shared/words/role-words.ts';

export const shellTexts = {
  board: { 'zh-CN': '售后看板', en: 'After-sales board' },
  skip: { 'zh-CN': '跳到内容', en: 'Skip to the content' },
  pages: { 'zh-CN': '页面', en: 'Pages' },
  account: { 'zh-CN': '账号与设置', en: 'Account and settings' },
  signOut: { 'zh-CN': '退出登录', en: 'Sign out' },
  soundOn: { 'zh-CN': '提示音：开', en: 'Sound: on' },
  soundOff: { 'zh-CN': '提示音：关', en: 'Sound: off' },
  soundFor: {
    'zh-CN': '我负责的单子平台剩余不足 2 小时时响一声',
    en: "Sounds once when one of yours has less than 2 h left by the platform's clock",
  },
  urgent: {
    'zh-CN': '{n} 单归我，平台剩余不足 2 小时或已超时',
    en: "{n} of yours within 2 h of the platform's time, or past it",
  },
  case: { 'zh-CN': '售后单', en: 'Case' },
  missing: { 'zh-CN': '没有这个页面', en: 'There is no such page' },
  missingWhy: {
    'zh-CN': '地址可能打错了，或者页面已经换了地方。',
    en: 'The address may be mistyped, or the page has moved.',
  },
  forbidden: { 'zh-CN': '你的角色看不到这个页面', en: 'Your role does not see this page' },
  forbiddenWhy: {
    'zh-CN': '你现在的角色是：{roles}。需要时请管理员调整。',
    en: 'You are here as: {roles}. Ask an administrator if you need it.',
  },
  toToday: { 'zh-CN': '回到今日待办', en: 'To Today' },
  broken: { 'zh-CN': '这个页面出错了', en: 'This page broke' },
  brokenWhy: {
    'zh-CN': '其他页面照常可用，已做的操作都在。重新加载一般就好；反复出现请告诉管理员。',
    en: 'The others go on, and what you did is kept. Loading it anew mostly helps; tell an administrator if it comes again.',
  },
  reload: { 'zh-CN': '重新加载', en: 'Load anew' },
  loading: { 'zh-CN': '正在加载…', en: 'Loading…' },
  slow: {
    'zh-CN': '比平时慢，还在加载。可以再等等，或检查网络。',
    en: 'This takes longer than usual. It goes on; you may check your network meanwhile.',
  },
  roles: roleWords,
} as const;
