interface Carrier {
  /** As Kuaidi100 names it. */
  readonly company: string;
  /** The usual code, which a merchant has among its carriers. */
  readonly code: string;
  /** It shows a parcel only to those who know the last digits of a phone. */
  readonly asksForPhone?: true;
}

/** platforms-cn.md, 16. Sibling brands (freight, same-day) have codes of their own and are not here: they stay what they are. */
const carriers: readonly Carrier[] = [
  { company: 'shunfeng', code: 'sf', asksForPhone: true },
  { company: 'zhongtong', code: 'zto', asksForPhone: true },
  { company: 'yuantong', code: 'yto' },
  { company: 'yunda', code: 'yunda' },
  { company: 'shentong', code: 'sto' },
  { company: 'jd', code: 'jd', asksForPhone: true },
  { company: 'ems', code: 'ems' },
  { company: 'debangkuaidi', code: 'dbl' },
  { company: 'jtexpress', code: 'jt' },
  { company: 'huitongkuaidi', code: 'htky' },
  { company: 'youzhengguonei', code: 'post' },
  { company: 'zhaijisong', code: 'zjs' },
  { company: 'tiantian', code: 'ttk' },
  { company: 'youshuwuliu', code: 'uc' },
];

/** The usual code of a carrier, by Kuaidi100's; one that is not in the table keeps its name. */
export function codeOfCompany(company: string): string {
  return carriers.find((each) => each.company === company)?.code ?? company;
}

/** Kuaidi100's account of a carrier, by the merchant's code; undefined for one that Kuaidi100 has to find by the number. */
export function carrierByCode(code: string | undefined): Carrier | undefined {
  return carriers.find((each) => each.code === code || each.company === code);
}
