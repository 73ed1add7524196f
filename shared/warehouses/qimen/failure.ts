import { namesAnyCode, saysOfCode } from './says-of-code.ts';

/** What a WMS answered with `flag` failure. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type FailureMeaning = 'exists' | 'absent' | 'passing' | 'refusal';

/** The order that was called for. */
export interface CalledOrder {
  readonly orderCode: string;
  /** An earlier call of it may have been done. */
  readonly inDoubt?: boolean;
}

interface Rule {
  readonly meaning: FailureMeaning;
  readonly code: RegExp;
  readonly words: RegExp;
}

const passing: Rule = {
  meaning: 'passing',
  code: /^(isp|accesscontrol)\b|limited-by|sign-check-failure|system[-_.]?(error|exception|busy)|service[-_.]?(unavailable|timeout)|^timeout$/i,
  words: /系统(错误|异常|繁忙)|超时|稍后(再|重)试|timed? ?out|system (error|busy)/i,
};

/** They do not know us, or no longer: nothing was done, and it may be done once somebody mended the setting. */
const unknownToThem: Rule = {
  meaning: 'passing',
  code: /\b(insufficient|invalid|missing)-?(isv-|user-)?permissions?|\b(invalid|missing)-(app-?key|customer-?id|session)|^invalid-?ip\b/i,
  words: /无权限|没有权限|未授权|白名单|permission denied|unauthori[sz]ed/i,
};

const done: readonly Rule[] = [
  {
    meaning: 'absent',
    code: /^(return)?[-_.]?order[-_.]?(not[-_.]?(exists?|found)|(already[-_.]?)?cancell?ed)$/i,
    words: /不存在|未找到|找不到|已(经)?取消|not (exist|found)|already cancell?ed/i,
  },
  {
    meaning: 'exists',
    code: /^(return)?[-_.]?order[-_.]?(already[-_.]?)?(exists?|duplicated?)$|^duplicated?[-_.]?(return)?[-_.]?order$/i,
    words: /已(经)?存在|重复|already exists?|duplicate/i,
  },
];

/**
 * Qimen lists no codes for these. They are read narrowly, by what WMS commonly answer [M]: that an order is there, or gone, says a code of that
 * meaning, or a sentence that names our order. A sentence that names none counts only where an earlier call may have been done.
 * A fault of the WMS or of the cloud between passes: nobody knows what was done. So does a permission or a customer that is wrong.
 */
export function meaningOf({ code, message }: Failure, order: CalledOrder): FailureMeaning {
  const fault = [passing, unknownToThem].find((each) => each.code.test(code) || each.words.test(message));
  if (fault) {
    return fault.meaning;
  }
  const rule = done.find((each) => each.code.test(code)) ?? done.find(({ words }) => saysDone(message, words, order));
  return rule?.meaning ?? 'refusal';
}

/** What could not be done was not. */
const couldNot = /不能|无法|失败|不允许|cannot|can't|unable|fail|not allowed/i;
/** Of what else may be there already, or may not be: a waybill, an owner, an item. */
const otherThings = /运单|快递|物流|货主|仓库|商品|货品|客户|express|waybill|owner|warehouse|item|sku|customer/i;

function saysDone(message: string, words: RegExp, { orderCode, inDoubt = false }: CalledOrder): boolean {
  if (couldNot.test(message)) {
    return false;
  }
  if (message.includes(orderCode)) {
    return saysOfCode(message, orderCode, { words, otherThings });
  }
  return inDoubt && words.test(message) && !namesAnyCode(message) && !otherThings.test(message);
}

const mostCodeLength = 60;
/** Seven digits or more, whatever stands between them: it may be a phone, masked or not. A code may be a number, and a shorter one than any phone. */
const digitsInCode = /\p{Nd}(?:[\s\p{P}+]*\p{Nd}){6,}/gu;

/** A failure's code, cut to what is one. */
export function codeOf({ code }: Pick<Failure, 'code'>): string {
  const kept = code.normalize('NFKC').replace(digitsInCode, '');
  return kept.replace(/[^\w.-]/g, '').slice(0, mostCodeLength) || 'no code';
}

/** A path or a code. A sentence may name a person, and a run of digits may be a phone. */
const codeLike = /^(?!.*\d{5})[A-Za-z][\w./:-]{0,79}$/;

/** A failure as a reason that may be kept and shown: its code, and its message where that is one too, as the name of a field is. */
export function reasonOf(failure: Failure): string {
  const message = failure.message.trim();
  return codeLike.test(message) ? `${codeOf(failure)}: ${message}` : codeOf(failure);
}
