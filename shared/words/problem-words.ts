import type { Texts } from './locale.ts';

/** Why a request is not answered as asked, for the person who sent it. */
export const problemWords = {
  noToken: {
    title: { 'zh-CN': '没有有效的登录令牌', en: 'No valid token' },
    detail: {
      'zh-CN': '请带上有效的登录令牌：authorization: Bearer <token>。',
      en: 'Send a valid token: authorization: Bearer <token>.',
    },
  },
  noGroup: {
    title: { 'zh-CN': '无权查看', en: 'Not allowed' },
    detail: {
      'zh-CN': '您的账号不在任何可查看售后单的组中：需要 agent、merchant-approver、warehouse、admin 或团队的组。',
      en: 'Your token names no group that may read cases: one of agent, merchant-approver, warehouse, admin or the group of a team.',
    },
  },
  notAdmin: {
    title: { 'zh-CN': '无权查看', en: 'Not allowed' },
    detail: {
      'zh-CN': '只有 admin 组的账号可以查看规则和收到的消息。',
      en: 'Policy and deliveries are for those whose token names the group admin.',
    },
  },
  wrongKey: {
    title: { 'zh-CN': '不是售后单键', en: 'Not a case key' },
    detail: {
      'zh-CN': '售后单键的格式为 <来源>:<店铺>:<售后单号>，例如 standard:main:RMA-1；放进网址前请做 URL 编码。',
      en: 'A case key is <source>:<shop>:<case id>, such as standard:main:RMA-1, URL-encoded in the path.',
    },
  },
  wrongLanguage: {
    title: { 'zh-CN': '没有这种语言', en: 'Unknown language' },
    detail: { 'zh-CN': 'lang 只能是 zh-CN 或 en。', en: 'lang must be zh-CN or en.' },
  },
  wrongListing: {
    title: { 'zh-CN': '查询条件不对', en: 'Not a listing' },
    detail: {
      'zh-CN': 'outcome 只能是 not-understood 或 unmatched；limit 为 1 到 100；after 须原样取自上一页的应答。',
      en: 'outcome must be not-understood or unmatched, limit 1 to 100, and after what the page before answered.',
    },
  },
  unknownCase: {
    title: { 'zh-CN': '没有这个售后单', en: 'No such case' },
    detail: { 'zh-CN': '没有这个售后单，或您无权查看。', en: 'There is no such case, or it is not yours to see.' },
  },
  unknownDelivery: {
    title: { 'zh-CN': '没有这条消息', en: 'No such delivery' },
    detail: {
      'zh-CN': '这个渠道没有收到过这个编号的消息，或验签时已被拒收，或保存期已过。',
      en: 'Nothing of this id came by this channel, or it was refused at the door, or it is kept no more.',
    },
  },
  unknownRoute: {
    title: { 'zh-CN': '没有这个页面', en: 'No such page' },
    detail: { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' },
  },
  failed: {
    title: { 'zh-CN': '未能回答', en: 'Failed' },
    detail: { 'zh-CN': '暂时无法回答，请稍后再试。', en: 'This failed on our side. Try again shortly.' },
  },
} as const satisfies Readonly<Record<string, { readonly title: Texts; readonly detail: Texts }>>;
export type ProblemCode = keyof typeof problemWords;
