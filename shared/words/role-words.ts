import type { Words } from './words.ts';

/** What people may be; a team's group goes before the bare role of an agent. */
export const roleWords: Words<'agent' | 'merchant-approver' | 'warehouse' | 'admin'> = {
  agent: { 'zh-CN': '客服', en: 'agent' },
  'merchant-approver': { 'zh-CN': '商家审核人', en: 'merchant approver' },
  warehouse: { 'zh-CN': '仓库', en: 'warehouse' },
  admin: { 'zh-CN': '运维', en: 'admin' },
};
