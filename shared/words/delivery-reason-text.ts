import type { Texts } from './locale.ts';

type Say = (...groups: string[]) => Texts;

const kinds: Readonly<Record<string, string>> = {
  'a text': '文本',
  'a whole number': '整数',
  'a number': '数字',
  'true or false': 'true 或 false',
  'a list': '列表',
  'an object': '对象',
  'an id': '编号',
  'a count': '件数',
  'a tracking number, or several': '一个或几个运单号',
  'an amount in fen': '以分为单位的金额',
  'an ISO 8601 time with its zone': '带时区的 ISO 8601 时间',
  'a shop of one channel in the merchant’s file': '商家配置里某一个渠道的店铺',
};

const names: Readonly<Record<string, Texts>> = {
  'case-id': { 'zh-CN': '售后单号', en: 'case id' },
  'reverse-order': { 'zh-CN': '退货入库单号', en: 'return order' },
  'wms-order': { 'zh-CN': '仓库单号', en: 'order of the warehouse' },
};

/** So many options are listed; more say nothing at a glance. */
const mostOptions = 8;

/** The forms in which adapters say why they did not take something; the first row that fits counts. */
const forms: readonly (readonly [form: RegExp, say: Say])[] = [
  [
    /^(\S+): is missing(?:; it must be (.*))?$/,
    (field = '', kind = '') => ({
      'zh-CN': `缺少字段 ${field}${kind && `（应为${kinds[kind] ?? ` ${kind}`}）`}`,
      en: `the field ${field} is missing${kind && ` (${kind})`}`,
    }),
  ],
  [/^(\S+): must be one of: (.*)$/, (field = '', options = '') => oneOf(field, options.split(', '))],
  [
    /^(\S+): must be (.*)$/,
    (field = '', kind = '') => ({
      'zh-CN': `字段 ${field} 的内容不对，应为${kinds[kind] ?? ` ${kind}`}`,
      en: `the field ${field} must be ${kind}`,
    }),
  ],
  [
    /^shop: is none of this channel$/,
    () => ({ 'zh-CN': '店铺不在这个渠道的配置里', en: 'its shop is none of this channel' }),
  ],
  [
    /^the channel it came by is not configured any more$/,
    () => ({ 'zh-CN': '收到它的渠道已不在配置里', en: 'the channel that it came by is configured no more' }),
  ],
  [/^the body is not JSON$/, () => ({ 'zh-CN': '正文不是 JSON', en: 'its body is not JSON' })],
  [/^the body is not UTF-8$/, () => ({ 'zh-CN': '正文不是 UTF-8 编码', en: 'its body is not UTF-8' })],
  [/^the body is nested deeper/, () => ({ 'zh-CN': '正文嵌套太深', en: 'its body is nested too deep' })],
  [
    /^([\w-]+) not known yet$/,
    (name = '') => ({
      'zh-CN': `${names[name]?.['zh-CN'] ?? name}还没有对应的售后单，出现后自动计入`,
      en: `no case goes by its ${names[name]?.en ?? name} yet; it counts by itself once one does`,
    }),
  ],
  [
    /^([\w-]+) names several cases$/,
    (name = '') => ({
      'zh-CN': `${names[name]?.['zh-CN'] ?? name}对应几张售后单，需要人认定是哪一张`,
      en: `its ${names[name]?.en ?? name} names several cases: a person must say which`,
    }),
  ],
];

/** Why a delivery was not taken, in words; undefined of a part that is in none of the known forms: that is shown as it is. */
export function deliveryReasonTexts(reason: string): readonly Texts[] | undefined {
  const texts = reason.split('; ').length > 1 && !reason.includes('is missing; ') ? reason.split('; ') : [reason];
  const said = texts.map(saidOf);
  return said.every((each) => each !== undefined) ? said : undefined;
}

function saidOf(part: string): Texts | undefined {
  const [found] = forms.flatMap(([form, say]) => {
    const match = form.exec(part);
    return match ? [say(...match.slice(1))] : [];
  });
  return found;
}

function oneOf(field: string, options: readonly string[]): Texts {
  const listed = options.length <= mostOptions;
  return {
    'zh-CN': listed
      ? `字段 ${field} 的值不认识，应为：${options.join('、')}`
      : `字段 ${field} 的值不认识（已知 ${options.length} 种，都不是）`,
    en: listed
      ? `the field ${field} must be one of: ${options.join(', ')}`
      : `the field ${field} has a value that is none of the ${options.length} known ones`,
  };
}
