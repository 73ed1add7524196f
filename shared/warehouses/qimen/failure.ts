/** What a WMS answered with `flag` failure. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type FailureMeaning = 'exists' | 'absent' | 'passing' | 'refusal';

type Rule = readonly [meaning: FailureMeaning, code: RegExp, message: (message: string, orderCode: string) => boolean];

/** Of what else may be there already, or may not be: a waybill, an owner, an item. */
const otherThings = /运单|快递|物流|货主|仓库|商品|货品|客户|express|waybill|owner|warehouse|item|sku|customer/i;

/**
 * Qimen lists no codes for these. They are read narrowly, by what WMS commonly answer [M]: an order that is there (or gone) must be named as an order,
 * by that word or by our code, and nothing else with it. A fault of the WMS or of the cloud between passes: nobody knows what was done.
 */
const rules: readonly Rule[] = [
  [
    'passing',
    /^(isp|accesscontrol)\b|limited-by|sign-check-failure|system[-_.]?(error|exception|busy)|service[-_.]?(unavailable|timeout)|^timeout$/i,
    (message) => /系统(错误|异常|繁忙)|超时|稍后(再|重)试|timed? ?out|system (error|busy)/i.test(message),
  ],
  [
    'absent',
    /^(return)?[-_.]?order[-_.]?(not[-_.]?(exists?|found)|(already[-_.]?)?cancell?ed)$/i,
    (message, orderCode) =>
      /不存在|未找到|找不到|已(经)?取消|not (exist|found)|already cancell?ed/i.test(message) &&
      isOfOrder(message, orderCode),
  ],
  [
    'exists',
    /^(return)?[-_.]?order[-_.]?(already[-_.]?)?(exists?|duplicated?)$|^duplicated?[-_.]?(return)?[-_.]?order$/i,
    (message, orderCode) =>
      /已(经)?存在|重复|already exists?|duplicate/i.test(message) &&
      !/不存在/.test(message) &&
      isOfOrder(message, orderCode),
  ],
];

export function meaningOf({ code, message }: Failure, orderCode: string): FailureMeaning {
  const rule = rules.find(([, codes, fits]) => codes.test(code) || fits(message, orderCode));
  return rule?.[0] ?? 'refusal';
}

function isOfOrder(message: string, orderCode: string): boolean {
  return (
    (/单据|订单|退货单|入库单|\border\b/i.test(message) || message.includes(orderCode)) && !otherThings.test(message)
  );
}

const mostCodeLength = 60;
const mostMessageLength = 200;

/** A failure as a reason that may be kept and shown: runs of digits, which may be phones, are taken out of it. */
export function reasonOf({ code, message }: Failure): string {
  const safeCode = code.replace(/[^\w.-]/g, '').slice(0, mostCodeLength) || 'no code';
  const safeMessage = message
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\d[\d\s*-]{3,}[\d*]/g, '…')
    .trim()
    .slice(0, mostMessageLength);
  return safeMessage ? `${safeCode}: ${safeMessage}` : safeCode;
}
