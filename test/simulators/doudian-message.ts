import type { DoudianCase } from './doudian-case.ts';
import { text } from './doudian-detail.ts';

/** One message of a push, not yet within its array. */
export type DoudianMessage = string;

/** After-sales tags (platforms-cn.md, 2c), and the field that holds the time of what each tells. */
const timeFields = {
  200: 'apply_time',
  201: 'agree_time',
  202: 'agree_time',
  203: 'return_time',
  204: 'refuse_time',
  205: 'refuse_time',
  206: 'success_time',
  207: 'close_time',
  208: 'modify_time',
  209: undefined,
  212: undefined,
  216: undefined,
} as const;
export type DoudianTag = keyof typeof timeFields;

/** The hint that Doudian pushes for a change: `data` is JSON within a string, and names neither the parcel nor the goods. */
export function messageOf(tag: DoudianTag, state: DoudianCase, messageId: string): DoudianMessage {
  const timeField = timeFields[tag];
  const data = text({
    aftersale_id: BigInt(state.id),
    aftersale_status: state.status,
    aftersale_type: state.type,
    p_id: BigInt(state.orderId),
    s_id: BigInt(state.orderId),
    shop_id: BigInt(state.shop),
    reason_code: state.reasonCode,
    refund_amount: state.askedFen,
    refund_post_amount: 0,
    refund_voucher_num: 0,
    ...(timeField && { [timeField]: state.updatedAt }),
    ...(tag === 209 && { status_deadline: state.deadlineAt }),
    ...(tag === 202 && { addr: returnAddress }),
    ...(tag === 216 && { arbitrate_conclusion: state.dispute?.winner === 'buyer' ? 1 : 2 }),
    update_time: isoInChina(state.updatedAt),
  });
  return text({ tag: String(tag), msg_id: messageId, data });
}

/** The console's check of the URL; its `data` is no JSON. */
export function checkMessage(seconds: number): DoudianMessage {
  return text({ tag: '0', msg_id: '0', data: isoInChina(seconds) });
}

const returnAddress = {
  province: { id: '330000', name: '浙江省' },
  city: { id: '330100', name: '杭州市' },
  town: { id: '330110', name: '余杭区' },
  street: { id: '330110005', name: '示例街道' },
  detail: '示例路 1 号',
  name: '王仓管',
  mobile: '13900000000',
};

function isoInChina(seconds: number): string {
  return `${new Date(seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
