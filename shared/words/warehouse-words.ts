import type { WarehouseStatus } from '#shared/returns/pre-advice/facts.ts';
import type { Words } from './words.ts';

/** How a warehouse stands with the order that it was given. */
export const warehouseStatusWords: Words<WarehouseStatus> = {
  accepted: { 'zh-CN': '仓库已接单', en: 'took the order' },
  exception: { 'zh-CN': '处理异常', en: 'has trouble with it' },
  rejected: { 'zh-CN': '仓库拒单', en: 'rejected the order' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled the order' },
  closed: { 'zh-CN': '已关闭', en: 'closed the order' },
  done: { 'zh-CN': '已完成', en: 'finished the order' },
};
