import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import type { SenderInfo } from './return-order-create.ts';

const placeholder = { name: '退货寄件人', mobile: '00000000000', detailAddress: '***' };

/**
 * What a WMS is told of whoever sends the parcel: never more than a family name and the ends of a phone number. Qimen requires every field: what is not
 * known is a placeholder, and province and city are the warehouse's own, which its WMS takes for real ones.
 */
export function senderInfo(sender: PersonalData | undefined, { address }: Pick<Warehouse, 'address'>): SenderInfo {
  const textOf = (field: string): string => {
    const value = sender?.[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    name: maskedName(textOf('senderName')) ?? placeholder.name,
    mobile: maskedMobile(textOf('senderPhone')) ?? maskedTail(textOf('phoneTail')) ?? placeholder.mobile,
    province: address.region,
    city: address.city,
    detailAddress: placeholder.detailAddress,
  };
}

/** Its first letter. What begins with anything else is masked or encrypted already. */
function maskedName(name: string): string | undefined {
  const [first] = name;
  return first && /^\p{L}$/u.test(first) ? `${first}*` : undefined;
}

/** A mobile number of China, masked by its sender or by us. */
function maskedMobile(phone: string): string | undefined {
  const [, start, end] = /^(?:\+?86)?(1\d{2})(?:\d|\*){4}(\d{4})$/.exec(phone.replace(/[\s-]/g, '')) ?? [];
  return start && end ? `${start}****${end}` : undefined;
}

function maskedTail(tail: string): string | undefined {
  return /^\d{4}$/.test(tail) ? `*******${tail}` : undefined;
}
