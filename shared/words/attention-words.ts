import type { NoteCode } from '#shared/returns/record/note.ts';
import type { Words } from './words.ts';

/** Why a person should look, as a sentence; what it is about stands beside it. */
export const attentionWords: Words<NoteCode> = {
  'fact-not-understood': {
    'zh-CN': '有一条消息看不懂，未计入本单',
    en: 'Something that was reported is not understood and does not count',
  },
  'message-in-part': {
    'zh-CN': '有一条消息只看懂了一部分：看懂的已计入，未看懂的字段见说明',
    en: 'Part of a message is not understood: the rest counts, and the members that could not be read are named',
  },
  'time-in-future': {
    'zh-CN': '对方报来的时间晚于我们收到的时间，已按收到时间计',
    en: 'A reported time lies after its receipt; the time of receipt counts',
  },
  'checked-more-than-received': {
    'zh-CN': '质检数量多于收货数量',
    en: 'More was checked than was received',
  },
  'goods-over': { 'zh-CN': '收到的数量多于应退数量', en: 'More came back than the case expects' },
  'goods-unexpected': { 'zh-CN': '收到了本单没有的商品', en: 'Goods came back that the case does not name' },
  'goods-short': {
    'zh-CN': '清点后少于应退数量',
    en: 'Less came back than the case expects, by the count of the warehouse',
  },
  'goods-awaiting-allotment': {
    'zh-CN': '包裹里的商品不够分给各售后单，需人工分配',
    en: 'The parcel holds too little for all of its cases: a person must say whose the goods are',
  },
  'goods-on-replaced-number': {
    'zh-CN': '货到了已被替换的运单号上，未计入本单',
    en: 'Goods came under a tracking number that was replaced; they do not count',
  },
  'parcel-not-attributed': {
    'zh-CN': '运单号被太多售后单使用，无法认定归属',
    en: 'Too many cases name this tracking number to say whose it is',
  },
  'allotment-exceeds-goods': { 'zh-CN': '分配的数量多于实收数量', en: 'More was allotted than was received' },
  'money-over-cap': { 'zh-CN': '已付金额超过上限', en: 'More was paid than may be paid' },
  'money-in-other-currency': {
    'zh-CN': '有一笔退款币种与实付币种不同，两者未比较',
    en: 'A refund is in another currency than what was paid: the two were not compared',
  },
  'unknown-warehouse': {
    'zh-CN': '退货仓未配置，无法发送退货预报',
    en: 'The warehouse is not configured: nobody can be told',
  },
  'warehouse-differs': { 'zh-CN': '货到了另一个仓库', en: 'The goods came to another warehouse' },
  'pre-advice-held': {
    'zh-CN': '退货预报缺少仓库必需的信息，暂未发送',
    en: 'The pre-advice is held: it lacks what the warehouse needs',
  },
  'carrier-unmapped': {
    'zh-CN': '物流源查到的承运商在该仓没有对应编码，退货预报仍用原填写的承运商',
    en: 'The warehouse has no code for the carrier that a feed found: the pre-advice keeps the stated one',
  },
  'pre-advice-refused': { 'zh-CN': '仓库拒绝了退货预报', en: 'The warehouse refused the pre-advice' },
  'withdrawal-refused': {
    'zh-CN': '仓库拒绝取消退货预报',
    en: 'The warehouse refused to forget a pre-advice',
  },
  'announcement-unknown': {
    'zh-CN': '仓库确认了一条我们没有发过的退货预报，未生效',
    en: 'The warehouse answered a pre-advice that nobody told it: the answer does not count',
  },
  'announcement-differs': {
    'zh-CN': '他方发给仓库的预报与本单不符',
    en: 'What somebody else announced to the warehouse is not what the case says',
  },
  'not-announced': {
    'zh-CN': '包裹到仓前没有人向仓库预报',
    en: 'The parcel reached the warehouse without anybody having announced it',
  },
  'warehouse-exception': {
    'zh-CN': '仓库处理本单的退货入库单时出现异常',
    en: 'The warehouse has trouble with the order for this case',
  },
  'store-behind': {
    'zh-CN': '店铺提示有变更，但查询结果一直没有更新，请到店铺后台核对',
    en: 'The store hinted at a change and does not show it: look at the case there',
  },
  'parcel-untracked': {
    'zh-CN': '没有物流源在跟踪这个包裹',
    en: 'No carrier feed follows the parcel',
  },
  'parcel-sent-back': {
    'zh-CN': '退货包裹被退回寄件人，没有到仓',
    en: 'The parcel went back to its sender and not to the warehouse',
  },
  'tracking-unreadable': {
    'zh-CN': '店铺填写的退货运单号无法识别，请核对',
    en: 'The store states a tracking number that cannot be read: look at the case there',
  },
  'number-used-before': {
    'zh-CN': '运单号曾用：这个单号之前已用于别的包裹，之前的物流和收货不计入本单',
    en: 'The tracking number was used before: what happened under it until then does not count',
  },
  'outbound-number-typed': {
    'zh-CN': '买家填写的退货单号其实是本订单的发货单号，请核对',
    en: 'The number stated for the goods on their way back is the one that they went out with',
  },
  'outbound-comes-back': {
    'zh-CN': '发出的包裹被拒收或退回，货正在退回途中',
    en: 'What was sent out was refused or sent back: the goods are on their way back',
  },
  'number-on-several-cases': {
    'zh-CN': '同一个退货单号被多个售后单填写',
    en: 'One tracking number stands on several cases',
  },
  'line-in-other-case': {
    'zh-CN': '同一订单商品另有未结束的售后单',
    en: 'Another open case is about the same order line',
  },
  'line-over-paid': {
    'zh-CN': '同一订单商品在多个售后单里合计退款超过实付',
    en: 'Over all cases of an order line more was paid back than was paid for it',
  },
  'contact-buyer': {
    'zh-CN': '质检不合格或有疑问：请先联系买家协商，再退款',
    en: 'The check failed or is doubtful: contact the buyer before anything is paid',
  },
  'paid-after-end': {
    'zh-CN': '买家撤销或售后结束后仍有退款',
    en: 'Money went out after the request had ended',
  },
  'money-out-goods-not-back': {
    'zh-CN': '钱退货未回',
    en: 'Money out, goods not back',
  },
  'cap-not-compared': {
    'zh-CN': '付款币种与上限币种不同，未比较上限',
    en: 'A payment is in another currency than its cap: the two were not compared',
  },
  'not-decided-goods-on-the-way': {
    'zh-CN': '买家已寄出，店铺还没有处理申请',
    en: 'Goods are on the way and nobody has decided on the request',
  },
  'outside-no-reason-window': {
    'zh-CN': '申请时已超过无理由退货期限，或商品不支持无理由',
    en: 'The request lies outside the days for a return without a reason',
  },
  'deadline-missed': { 'zh-CN': '时效已超时', en: 'A deadline was missed' },
  disputed: { 'zh-CN': '买家已发起纠纷', en: 'The buyer opened a dispute' },
};
