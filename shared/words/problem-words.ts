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
  notYourRole: {
    title: { 'zh-CN': '无权操作', en: 'Not allowed' },
    detail: {
      'zh-CN': '您的账号所在的组不能这样做；roles 中列出了可以的角色。',
      en: 'None of the groups that your token names may do this; `roles` has those that may.',
    },
  },
  wrongKey: {
    title: { 'zh-CN': '不是售后单键', en: 'Not a case key' },
    detail: {
      'zh-CN': '售后单键的格式为 <来源>:<店铺>:<售后单号>，例如 standard:main:RMA-1；放进网址前请做 URL 编码。',
      en: 'A case key is <source>:<shop>:<case id>, such as standard:main:RMA-1, URL-encoded in the path.',
    },
  },
  wrongQuery: {
    title: { 'zh-CN': '查询条件不对', en: 'Wrong query' },
    detail: { 'zh-CN': 'errors 中列出了哪一项不对。', en: '`errors` names each field that is wrong, and how.' },
  },
  notJson: {
    title: { 'zh-CN': '请求内容不是 JSON', en: 'Not JSON' },
    detail: { 'zh-CN': '请求内容须为 UTF-8 编码的 JSON 对象。', en: 'The body must be a JSON object in UTF-8.' },
  },
  wrongBody: {
    title: { 'zh-CN': '请求内容不对', en: 'Wrong body' },
    detail: { 'zh-CN': 'errors 中列出了哪一项不对。', en: '`errors` names each field that is wrong, and how.' },
  },
  unknownCase: {
    title: { 'zh-CN': '没有这个售后单', en: 'No such case' },
    detail: { 'zh-CN': '没有这个售后单，或您无权查看。', en: 'There is no such case, or it is not yours to see.' },
  },
  unknownParcel: {
    title: { 'zh-CN': '没有这个包裹', en: 'No such parcel' },
    detail: { 'zh-CN': '没有这个运单号，或您无权查看。', en: 'There is no such parcel, or it is not yours to see.' },
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
  wrongMethod: {
    title: { 'zh-CN': '不支持这种请求方法', en: 'Wrong method' },
    detail: {
      'zh-CN': '这个地址不支持这种请求方法；支持的见应答头 allow。',
      en: 'This address knows other methods: those of the header `allow`.',
    },
  },
  noPerson: {
    title: { 'zh-CN': '令牌没有写明是谁', en: 'A token of nobody' },
    detail: {
      'zh-CN': '操作要记在人名下：令牌须有 sub。',
      en: 'What is done is kept with who did it: the token must name them as `sub`.',
    },
  },
  noIdempotencyKey: {
    title: { 'zh-CN': '缺少幂等键', en: 'No idempotency key' },
    detail: {
      'zh-CN': '请带上幂等键：请求头 idempotency-key，或正文中的 key，1 到 128 个字符；重试时保持不变。',
      en: 'Send an idempotency key of 1 to 128 characters: header `idempotency-key`, or `key` in the body; the same when you try again.',
    },
  },
  actNotPossible: {
    title: { 'zh-CN': '不能这样操作', en: 'Not possible' },
    detail: { 'zh-CN': 'code 说明原因。', en: '`code` says why.' },
  },
  actNotNow: {
    title: { 'zh-CN': '现在不能这样操作', en: 'Not as it stands' },
    detail: {
      'zh-CN': 'code 说明原因；owner 是谁在处理，between 是期间发生的操作。请重新查看。',
      en: '`code` says why; `owner` has the record, `between` came in between. Look again.',
    },
  },
  failed: {
    title: { 'zh-CN': '未能回答', en: 'Failed' },
    detail: { 'zh-CN': '暂时无法回答，请稍后再试。', en: 'This failed on our side. Try again shortly.' },
  },
} as const satisfies Readonly<Record<string, { readonly title: Texts; readonly detail: Texts }>>;
export type ProblemCode = keyof typeof problemWords;
