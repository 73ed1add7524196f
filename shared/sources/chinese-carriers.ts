import { foldedName } from '#shared/merchant/folded-name.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { carrierCodeOf } from './carrier-code.ts';

interface Brand {
  /** The usual code, which a merchant has among its carriers. */
  readonly code: string;
  /** As Kuaidi100 and most stores name it; its usual code stands for it, too. */
  readonly company: string;
  readonly name: RegExp;
  /** It shows a parcel, always or by the contract, only to those who know the last digits of a phone. */
  readonly asksForPhone?: 'always' | 'sometimes';
}

/** platforms-cn.md, 16, in its order: of two brands in one name the first counts. */
const brands: readonly Brand[] = [
  { code: 'sf', company: 'shunfeng', name: /顺丰/, asksForPhone: 'always' },
  { code: 'zto', company: 'zhongtong', name: /中通/, asksForPhone: 'sometimes' },
  { code: 'yto', company: 'yuantong', name: /圆通/ },
  { code: 'yunda', company: 'yunda', name: /韵达/ },
  { code: 'sto', company: 'shentong', name: /申通/ },
  { code: 'jd', company: 'jd', name: /京东/, asksForPhone: 'sometimes' },
  { code: 'ems', company: 'ems', name: /(?<![a-z])ems(?![a-z])/ },
  { code: 'dbl', company: 'debangkuaidi', name: /德邦/ },
  { code: 'jt', company: 'jtexpress', name: /极兔/ },
  { code: 'htky', company: 'huitongkuaidi', name: /百世|汇通/ },
  { code: 'post', company: 'youzhengguonei', name: /邮政/ },
  { code: 'zjs', company: 'zhaijisong', name: /宅急送/ },
  { code: 'ttk', company: 'tiantian', name: /天天/ },
  { code: 'uc', company: 'youshuwuliu', name: /优速/ },
];

/** Freight and sister brands have a brand's name in theirs and are other carriers. */
const sibling = /快运|德邦物流|承诺达|同城|国际|冷运/;

/** A carrier as a store names it: by a code, by a name in Chinese, or by both. */
export interface NamedCarrier {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * The merchant's code for a carrier: one that the merchant named so, else its brand by the store's code, else by the name.
 * A carrier of no known brand keeps its name (or code), to be mapped by a person; undefined where neither is stated.
 */
export function chineseCarrierOf({ code = '', name = '' }: NamedCarrier, merchant: Carriers): string | undefined {
  const stated = [code, name].map(foldedName).filter((each) => each !== '');
  const exact = stated.find((each) => isKnown(carrierCodeOf(each, merchant), merchant));
  if (exact) {
    return carrierCodeOf(exact, merchant);
  }
  const brand = brandByCode(foldedName(code)) ?? brandByName(foldedName(name));
  return brand ? codeOfBrand(brand, merchant) : stated.at(-1);
}

/** The brand behind a merchant's code, by the code or by any name that the merchant has for it; undefined for a carrier of no known brand. */
export function brandOfCarrier(code: string, { carriers }: Carriers): Brand | undefined {
  const names = carriers.find((each) => each.code === code)?.names ?? [];
  return [code, ...names].map(brandOf).find((each) => each !== undefined);
}

type Carriers = Pick<Merchant, 'carriers'>;

function isKnown(code: string, { carriers }: Carriers): boolean {
  return carriers.some((each) => each.code === code);
}

function brandOf(text: string): Brand | undefined {
  return brandByCode(foldedName(text)) ?? brandByName(foldedName(text));
}

function brandByCode(code: string): Brand | undefined {
  return brands.find((each) => each.company === code || each.code === code);
}

function brandByName(name: string): Brand | undefined {
  return sibling.test(name) ? undefined : brands.find((each) => each.name.test(name));
}

/** The merchant may have a code of its own for the brand. */
function codeOfBrand(brand: Brand, { carriers }: Carriers): string {
  const own = carriers.find(({ code, names }) => [code, ...names].some((each) => brandOf(each) === brand));
  return own?.code ?? brand.code;
}
