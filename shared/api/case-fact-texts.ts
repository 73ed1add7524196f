import type { CaseFact } from '#shared/returns/case/fact.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import { decisionWords } from '#shared/words/decision-words.ts';
import { moneyWords } from '#shared/words/money-words.ts';
import { warehouseStatusWords } from '#shared/words/warehouse-words.ts';
import type { Wording } from '#shared/words/wording.ts';

type Name = CaseFact['fact'];
type FactOf<N extends Name> = Extract<CaseFact, { readonly fact: N }>;

/** What has a line of its own elsewhere, or none. */
export type QuietName =
  | 'requested'
  | 'details'
  | 'tracking'
  | 'received'
  | 'inspected'
  | 'stocked-in'
  | 'tick'
  | 'parcel-state'
  | 'alias';
type SpokenName = Exclude<Name, QuietName>;

/** How a fact is told. */
interface Row<N extends Name> {
  /** What the fact is about; while its `value` stays the same, it is not told again. */
  readonly subject: (fact: FactOf<N>) => string;
  readonly value: (fact: FactOf<N>) => string;
  readonly text: (fact: FactOf<N>, wording: Wording) => string;
  /** Who did it, where the fact says so. */
  readonly by?: (fact: FactOf<N>) => string;
}

const same = () => '';

const deciding: Row<'decided'> = {
  subject: () => 'decision',
  value: ({ decision, reason = '' }) => `${decision} ${reason}`,
  by: ({ by }) => by,
  text: ({ decision, reason }, { word, list, say }) =>
    list(word(decisionWords, decision), reason && say(`原因：${reason}`, `reason: ${reason}`)),
};

const refunding: Row<'refund'> = {
  subject: ({ refundId, outcome }) => `refund/${refundId}/${outcome}`,
  value: same,
  by: ({ by }) => by,
  text: ({ kind, amount, outcome, reason }, { word, money, list, say }) => {
    const what = `${word(moneyWords, kind)} ${money(amount)}`;
    const told =
      outcome === 'done' ? say(`已支付${what}`, `Paid: ${what}`) : say(`支付失败：${what}`, `Payment failed: ${what}`);
    return list(told, reason && say(`原因：${reason}`, `reason: ${reason}`));
  },
};

const writers = {
  bot: { 'zh-CN': '机器人', en: 'a bot' },
  ai: { 'zh-CN': '智能客服', en: 'an AI agent' },
  person: { 'zh-CN': '人工客服', en: 'a person' },
};

/** A row for every fact that is told in a line of its own. A fact of a new kind must be given one here. */
export const caseFactRows: { readonly [N in SpokenName]: Row<N> } = {
  decided: deciding,
  refund: refunding,
  closed: {
    subject: () => 'closing',
    value: () => 'closed',
    text: (_, { say }) => say('售后单关闭', 'Closed the case'),
  },
  reopened: {
    subject: () => 'closing',
    value: () => 'open',
    text: (_, { say }) => say('售后单重新打开', 'Opened the case again'),
  },
  'platform-status': {
    subject: () => 'platform-status',
    value: ({ status }) => status,
    text: ({ status }, { say }) => say(`店铺状态：${status}`, `Status in the store: ${status}`),
  },
  'platform-deadline': {
    subject: ({ kind }) => `platform-deadline/${kind}`,
    value: ({ due }) => due ?? 'none',
    by: () => 'platform',
    text: ({ kind, due }, { word, time, say }) => {
      const what = word(deadlineWords, kind);
      return due
        ? say(`要求最迟 ${time(due)} 完成${what}`, `Sets a deadline: ${what} by ${time(due)}`)
        : say(`取消了${what}时限`, `Takes its deadline away: ${what}`);
    },
  },
  disputed: {
    subject: ({ disputeId }) => `dispute/${disputeId}`,
    value: same,
    by: () => 'buyer',
    text: ({ disputeId }, { say }) => say(`发起纠纷 ${disputeId}`, `Opened dispute ${disputeId}`),
  },
  'dispute-closed': {
    subject: ({ disputeId }) => `dispute-closed/${disputeId}`,
    value: ({ outcome = '' }) => outcome,
    text: ({ disputeId, outcome }, { list, say }) =>
      list(
        say(`纠纷 ${disputeId} 结束`, `Dispute ${disputeId} ended`),
        outcome && say(`结果：${outcome}`, `outcome: ${outcome}`),
      ),
  },
  'message-sent': {
    subject: ({ at, by, kind }) => `message/${at}/${by}/${kind}`,
    value: same,
    text: ({ by, kind }, { word, say }) =>
      say(`${word(writers, by)}给买家发了消息（${kind}）`, `Message to the buyer by ${word(writers, by)} (${kind})`),
  },
  'shipment-stopped': {
    subject: () => 'stopped',
    value: ({ ok, reason = '' }) => `${ok} ${reason}`,
    text: ({ ok, reason }, { list, say }) =>
      list(
        ok
          ? say('发货拦截成功', 'The shipment was intercepted')
          : say('发货拦截失败', 'The shipment could not be intercepted'),
        reason && say(`原因：${reason}`, `reason: ${reason}`),
      ),
  },
  'replacement-shipped': {
    subject: () => 'replacement',
    value: ({ trackingNumber = '', carrier = '' }) => `${carrier} ${trackingNumber}`,
    text: ({ trackingNumber, carrier }, { list, say }) =>
      list(
        say('已给买家寄出新货', 'Sent the replacement'),
        carrier,
        trackingNumber && say(`运单 ${trackingNumber}`, `tracking number ${trackingNumber}`),
      ),
  },
  'ticket-linked': {
    subject: ({ url }) => `ticket/${url}`,
    value: same,
    text: (_, { say }) => say('关联了客服工单', 'Linked a help-desk ticket'),
  },
  'pre-advice-answered': {
    subject: ({ announcementId }) => `answer/${announcementId}`,
    value: ({ accepted, reason = '' }) => `${accepted} ${reason}`,
    text: ({ accepted, reason }, { list, say }) =>
      list(
        accepted ? say('确认收到退货预报', 'Accepted the pre-advice') : say('拒绝了退货预报', 'Refused the pre-advice'),
        reason && say(`原因：${reason}`, `reason: ${reason}`),
      ),
  },
  'withdrawal-answered': {
    subject: ({ announcementId }) => `withdrawal-answer/${announcementId}`,
    value: ({ accepted, reason = '' }) => `${accepted} ${reason}`,
    text: ({ accepted, reason }, { list, say }) =>
      list(
        accepted
          ? say('确认取消退货预报', 'Forgot the pre-advice, as asked')
          : say('拒绝取消退货预报', 'Refused to forget the pre-advice'),
        reason && say(`原因：${reason}`, `reason: ${reason}`),
      ),
  },
  'warehouse-status': {
    subject: ({ warehouseId }) => `warehouse-status/${warehouseId}`,
    value: ({ status }) => status,
    by: ({ warehouseId }) => `warehouse:${warehouseId}`,
    text: ({ status }, { word, say }) =>
      say(`仓库单据状态：${word(warehouseStatusWords, status)}`, `The warehouse ${word(warehouseStatusWords, status)}`),
  },
  'webhook-missed': {
    subject: ({ at }) => `webhook-missed/${at}`,
    value: same,
    text: (_, { say }) => say('有变更没有推送过来，是定时核对时发现的', 'Changed without telling us; found by looking'),
  },
  'store-behind': {
    subject: ({ at }) => `store-behind/${at}`,
    value: same,
    text: (_, { say }) =>
      say('多次查询仍是变更前的内容', 'Still shows the case as it was before the change, however often it is asked'),
  },
  'tracking-unreadable': {
    subject: () => 'tracking-unreadable',
    value: same,
    text: (_, { say }) => say('填写的退货运单号无法识别', 'States a tracking number that cannot be read'),
  },
  'store-disposition': {
    subject: () => 'store-disposition',
    value: ({ dispositions }) => JSON.stringify(dispositions),
    text: ({ dispositions }, { say }) => {
      const booked = dispositions
        .map(({ type, quantity, sku }) => `${quantity} × ${sku ? `${sku} ` : ''}${type}`)
        .join(say('、', ', '));
      return say(`店铺登记的处置：${booked}`, `Booked in the store: ${booked}`);
    },
  },
};
