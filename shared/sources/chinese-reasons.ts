/** The first row of which a word is in the text wins (platforms-cn.md, 17.3). */
const rows: readonly (readonly [code: string, words: readonly string[]])[] = [
  ['counterfeit', ['假货', '假冒', '正品保障']],
  ['empty-package', ['空包']],
  ['missing-items', ['少件', '漏发', '少发', '缺件']],
  ['wrong-item-sent', ['错发', '发错']],
  ['damaged', ['破损', '损坏', '变形', '碎', '污渍']],
  ['quality-defect', ['质量', '瑕疵', '故障', '开胶', '掉色', '起球', '变质', '过期']],
  ['size-fit', ['尺码', '大小', '偏大', '偏小', '不合身']],
  ['not-as-described', ['描述不符', '不一致', '色差', '材质', '做工', '宣传']],
  ['refused-delivery', ['拒收', '拒签']],
  ['no-tracking', ['无物流', '快递无记录', '无跟踪']],
  ['not-received', ['未收到', '没收到', '未送达', '一直未送', '丢件']],
  ['late-shipment', ['未按约定', '发货慢', '延迟发货', '不发货']],
  ['out-of-stock', ['缺货', '无货']],
  ['address-error', ['地址', '信息填错']],
  ['freight-or-price', ['退运费', '差价', '价保', '降价']],
  ['wrong-order', ['多拍', '拍错', '错拍', '误拍', '重复下单']],
  ['negotiated', ['协商一致']],
  ['changed-mind', ['七天无理由', '7天无理由', '不喜欢', '不想要', '效果不好']],
];

/** All that {@link chineseReasonOf} answers. */
export const chineseReasonCodes: readonly string[] = [...rows.map(([code]) => code), 'other'];

/** The normalised code (17.1) of a reason in Chinese words, `other` where no word is known; undefined for no words at all. */
export function chineseReasonOf(text: string): string | undefined {
  const words = text.normalize('NFKC').replace(/\s+/gu, '');
  if (words === '') {
    return undefined;
  }
  return rows.find(([, known]) => known.some((word) => words.includes(word)))?.[0] ?? 'other';
}
