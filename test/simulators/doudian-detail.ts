import { stringify } from 'lossless-json';
import { arbitrateStatusOf, type DoudianCase, type DoudianLine } from './doudian-case.ts';

/**
 * `data` of `/afterSale/Detail`: field names as in Doudian's own SDKs. Ids are numbers beyond what JavaScript's own JSON can hold.
 * What a buyer wrote, and who acted, are invented; a receiver must keep them apart.
 */
export function detailOf(state: DoudianCase): string {
  return text({
    process_info: {
      after_sale_info: infoOf(state),
      arbitrate_info: arbitrationOf(state),
      logistics_info: { return: returnOf(state), exchange: emptyLogistics, order: sentOutOf(state) },
      after_sale_shop_remarks: [],
      record_logs_list: [
        { operator: '李小买', time: '2024-05-06 11:40:00', text: '发起了售后申请', role: 1, images: [] },
      ],
    },
    order_info: { shop_order_id: BigInt(state.orderId), sku_order_infos: state.lines.map(orderLineOf(state)) },
  });
}

function infoOf(state: DoudianCase): Record<string, unknown> {
  return {
    after_sale_id: BigInt(state.id),
    after_sale_status: state.status,
    after_sale_type: state.type,
    apply_time: state.appliedAt,
    update_time: state.updatedAt,
    status_deadline: state.deadlineAt,
    reason: state.reason,
    reason_code: state.reasonCode,
    reason_second_labels: [{ code: 1, name: state.reason }],
    reason_remark: '穿着不舒服,请联系13800000000',
    evidence: ['https://p3-aio.example.invalid/evidence-1.jpg'],
    refund_status: state.refundStatus,
    refund_total_amount: state.askedFen,
    refund_post_amount: 0,
    real_refund_amount: state.refundedFen,
    refund_time: state.refundedAt ?? 0,
    after_sale_apply_count: unitsOf(state),
    need_return_count: state.type === 0 || state.type === 3 ? unitsOf(state) : 0,
    got_pkg: state.type === 2 || state.isStillOut ? 0 : 1,
    part_type: 0,
    auto_audit_bits: state.agreedBy ?? [],
    return_address_id: BigInt(state.returnAddressId ?? 0),
  };
}

function arbitrationOf(state: DoudianCase): Record<string, unknown> {
  const { dispute } = state;
  const arbitrate_conclusion = { buyer: 1, merchant: 2, none: 0 }[dispute?.winner ?? 'none'];
  return {
    arbitrate_id: dispute ? `${state.id}1` : '',
    arbitrate_status: arbitrateStatusOf(state),
    arbitrate_conclusion,
    arbitrate_create_time: dispute?.openedAt ?? 0,
    arbitrate_update_time: dispute?.settledAt ?? dispute?.openedAt ?? 0,
  };
}

const emptyLogistics = { tracking_no: '', company_name: '', company_code: '', logistics_time: 0 };

function returnOf({ returned }: DoudianCase): typeof emptyLogistics {
  return returned
    ? {
        tracking_no: returned.trackingNumber,
        company_name: returned.companyName,
        company_code: returned.companyCode,
        logistics_time: returned.filledInAt,
      }
    : emptyLogistics;
}

function sentOutOf({ sentOut = [], appliedAt }: DoudianCase): object[] {
  return sentOut.map(({ trackingNumber, companyName, companyCode }) => ({
    tracking_no: trackingNumber,
    company_name: companyName,
    company_code: companyCode,
    logistics_time: appliedAt - 5 * 86_400,
    logistics_state: 0,
  }));
}

function orderLineOf({ orderId, appliedAt }: DoudianCase) {
  return ({ sku, quantity, priceFen, title }: DoudianLine, index: number) => ({
    sku_order_id: BigInt(orderId) + BigInt(index),
    order_status: 3,
    pay_amount: priceFen * quantity,
    post_amount: 0,
    item_quantity: quantity,
    after_sale_item_count: quantity,
    create_time: appliedAt - 7 * 86_400,
    product_name: title,
    product_id: 3_660_207_428_038_974_464n,
    sku_spec: [{ name: '默认', value: '默认' }],
    shop_sku_code: sku,
    sku_id: 3_393_133_152_982_786n,
    item_sum_amount: priceFen * quantity,
    sku_pay_amount: priceFen * quantity,
    promotion_amount: 0,
  });
}

/** One row of `/afterSale/List`: here the id is text, and a shipped replacement is status 3. */
export function listRowOf(state: DoudianCase): Record<string, unknown> {
  return {
    aftersale_info: {
      aftersale_id: state.id,
      aftersale_type: state.type,
      aftersale_status: state.status === 13 ? 3 : state.status,
      related_id: state.orderId,
      apply_time: state.appliedAt,
      update_time: state.updatedAt,
      status_deadline: state.deadlineAt,
      refund_amount: state.askedFen,
      refund_post_amount: 0,
      aftersale_num: unitsOf(state),
      refund_status: state.refundStatus,
      arbitrate_status: arbitrateStatusOf(state),
      return_logistics_code: state.returned?.trackingNumber ?? '',
      return_logistics_company_name: state.returned?.companyName ?? '',
    },
    order_info: { shop_order_id: state.orderId, related_order_info: [] },
  };
}

export function unitsOf({ lines }: Pick<DoudianCase, 'lines'>): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** JSON with all digits of a big number. */
export function text(value: unknown): string {
  return stringify(value) ?? '';
}
