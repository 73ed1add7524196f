import * as z from 'zod';
import { skuOf } from '#shared/identifiers/sku.ts';
import { chinaTime, unixTime } from '../china-time.ts';
import { digits } from './message.ts';

/** What Doudian has not, its class libraries give as null or as an empty text. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional()).optional();
}

const number = z
  .union([z.int(), z.string().regex(/^\d{1,15}$/, 'must be a number')], 'must be a number')
  .transform(Number);
const count = number.refine((value) => value >= 0 && value <= 1_000_000, 'must be a count');
/** Fen. */
const fen = number.refine((value) => value >= 0 && value <= 1_000_000_000_000, 'must be an amount in fen');
/** An id; 0 is none. */
const id = maybe(digits).transform((value) => (value === '0' ? undefined : value));
/** Unix time; undefined for 0, which is how Doudian says *never*. */
const moment = z.union([z.number(), z.string().max(20)], 'must be Unix time').transform((value, context) => {
  const instant = unixTime(value);
  if (!instant && Number(value) !== 0) {
    context.addIssue('must be Unix time');
  }
  return instant;
});
const time = maybe(moment);

/** A time in a text whose form is not documented: Unix time, or as China writes it; undefined for any other. */
const writtenTime = z
  .union([z.number(), z.string().max(40)])
  .transform((value) => unixTime(value) ?? chinaTime(String(value)));

function text(most: number) {
  return z.string().transform((value) => value.slice(0, most));
}

const sku = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u, 'must have no control characters')
  .overwrite(skuOf)
  .refine((value) => value !== '__proto__', 'is no SKU');
const title = z
  .string()
  .transform((value) => value.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').slice(0, 200));

const afterSaleInfo = z.object({
  after_sale_id: digits,
  after_sale_status: maybe(number),
  after_sale_type: maybe(number),
  refund_status: maybe(number),
  refund_total_amount: maybe(fen),
  refund_post_amount: maybe(fen),
  real_refund_amount: maybe(fen),
  refund_fail_reason: maybe(text(4000)),
  apply_time: time,
  update_time: time,
  refund_time: time,
  aftersale_status_to_final_time: time,
  /** Null where it is said that there is none. */
  status_deadline: maybe(moment.transform((instant) => instant ?? null)),
  reason: maybe(text(300)),
  reason_code: maybe(number),
  reason_second_labels: maybe(z.array(z.object({ name: maybe(text(300)) })).max(50)),
  reason_remark: maybe(text(4000)),
  evidence: maybe(z.array(z.string())),
  after_sale_apply_count: maybe(count),
  need_return_count: maybe(count),
  got_pkg: maybe(number),
  auto_audit_bits: maybe(z.array(number).max(100)),
  refund_type_text: maybe(text(60)),
  return_address_id: id,
});
export type AfterSaleInfo = z.output<typeof afterSaleInfo>;

const arbitrateInfo = z.object({
  arbitrate_id: id,
  arbitrate_status: maybe(number),
  arbitrate_conclusion: maybe(number),
  arbitrate_create_time: time,
  arbitrate_update_time: time,
  arbitrate_status_deadline: maybe(writtenTime),
});

const logistics = z.object({
  tracking_no: maybe(text(300)),
  company_name: maybe(text(60)),
  company_code: maybe(text(60)),
  logistics_time: time,
});
export type Logistics = z.output<typeof logistics>;

const gift = z.object({
  sku_order_id: digits,
  shop_sku_code: maybe(sku),
  item_order_num: maybe(count),
  product_name: maybe(title),
});
const tag = z.object({ tag_detail: maybe(text(60)), tag_detail_en: maybe(text(60)) });

const skuOrder = z.object({
  sku_order_id: digits,
  shop_sku_code: maybe(sku),
  sku_id: id,
  product_name: maybe(title),
  item_quantity: maybe(count),
  after_sale_item_count: maybe(count),
  item_sum_amount: maybe(fen),
  sku_pay_amount: maybe(fen),
  pay_amount: maybe(fen),
  post_amount: maybe(fen),
  tags: maybe(z.array(tag).max(100)),
  given_sku_details: maybe(z.array(gift).max(20)),
});
export type SkuOrder = z.output<typeof skuOrder>;

/**
 * `data` of `/afterSale/Detail`, as far as it is read: the fields of platforms-cn.md, 2 (c), and of Doudian's own class libraries.
 * Numbers may be texts. Not tried against Doudian itself.
 */
export const detailShape = z.object({
  process_info: z.object({
    after_sale_info: afterSaleInfo,
    arbitrate_info: maybe(arbitrateInfo),
    logistics_info: maybe(
      z.object({
        return: logistics.nullish(),
        exchange: maybe(logistics),
        resend: maybe(logistics),
        order: maybe(z.array(logistics).max(200)),
      }),
    ),
  }),
  order_info: maybe(
    z.object({ shop_order_id: id, sku_order_infos: maybe(z.array(skuOrder).max(200, 'must have at most 200 lines')) }),
  ),
});
export type Detail = z.output<typeof detailShape>;
