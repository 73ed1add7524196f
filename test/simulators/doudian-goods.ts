/** What the demo merchant sells at Doudian. */
export const doudianGoods = {
  dress: { sku: 'DRESS-RED-M', priceFen: 12_900, title: '连衣裙 红 M' },
  skirt: { sku: 'DRESS-BLUE-L', priceFen: 9_900, title: '连衣裙 蓝 L' },
  /** The warehouse in Hangzhou has no code for it. */
  coat: { sku: 'COAT-GREY-M', priceFen: 45_900, title: '羊毛大衣 灰 M' },
} as const;

/** As Doudian and the carrier feed name one. */
export interface Courier {
  readonly companyCode: string;
  readonly companyName: string;
}

export const couriers = {
  sf: { companyCode: 'shunfeng', companyName: '顺丰速运' },
  yto: { companyCode: 'yuantong', companyName: '圆通速递' },
  zto: { companyCode: 'zhongtong', companyName: '中通快递' },
} as const satisfies Readonly<Record<string, Courier>>;
