import type { By } from '#shared/returns/record/values.ts';
import type { Words } from './words.ts';

/** Who speaks: a party of a fact, or the role of the channel that it came by. */
export const speakerWords: Words<By | 'store' | 'carrier' | 'help-desk' | 'agent' | 'policy' | 'person' | 'backhaul'> =
  {
    merchant: { 'zh-CN': '商家', en: 'Merchant' },
    platform: { 'zh-CN': '平台', en: 'Platform' },
    system: { 'zh-CN': '店铺系统', en: 'Store system' },
    warehouse: { 'zh-CN': '仓库', en: 'Warehouse' },
    buyer: { 'zh-CN': '买家', en: 'Buyer' },
    store: { 'zh-CN': '店铺', en: 'Store' },
    carrier: { 'zh-CN': '承运商', en: 'Carrier' },
    'help-desk': { 'zh-CN': '客服系统', en: 'Help desk' },
    agent: { 'zh-CN': '客服', en: 'Agent' },
    policy: { 'zh-CN': '规则', en: 'Policy' },
    person: { 'zh-CN': '人工', en: 'Person' },
    backhaul: { 'zh-CN': 'Backhaul', en: 'Backhaul' },
  };
