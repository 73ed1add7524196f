import type { Episode } from '../episode.ts';
import { doudianEpisode, onItsWay, onTheRoad, refundAtDoudian } from './doudian-episode.ts';
import * as doudian from './doudian-life.ts';

const { atShop, calledFor, doudianAgreed } = doudian;

/** Pre-advices to warehouses that are called, or that the merchant's ERP tells: held, refused, differing, forgotten. */
export const warehouseEpisodes: readonly Episode[] = [
  doudianEpisode({
    name: 'advice-held',
    title: { en: 'Pre-advice held, SKU unknown', 'zh-CN': '预报暂停：SKU 无对应' },
    goods: 'coat',
    askedHoursAgo: 60,
    steps: onTheRoad,
    becomes: { ...onItsWay, attention: ['pre-advice-held'] },
  }),
  doudianEpisode({
    name: 'nobodys-address',
    title: { en: 'An address of no warehouse', 'zh-CN': '退货地址无对应仓库' },
    goods: 'dress',
    warehouse: 'nowhere',
    askedHoursAgo: 60,
    steps: onTheRoad,
    becomes: { ...onItsWay, attention: ['unknown-warehouse'] },
  }),
  doudianEpisode({
    name: 'unreadable-number',
    title: { en: 'The number cannot be read', 'zh-CN': '运单号无法识别' },
    goods: 'dress',
    askedHoursAgo: 60,
    steps: [
      [50, doudianAgreed],
      [20, atShop((shop, { id, courier }) => shop.ship(id, { trackingNumber: '见快递柜照片', ...courier }))],
    ],
    becomes: { headline: 'approved', decision: 'approved', ...refundAtDoudian, attention: ['tracking-unreadable'] },
  }),
  doudianEpisode({
    name: 'trouble-in-hangzhou',
    title: { en: 'Hangzhou has trouble with it', 'zh-CN': '杭州仓处理异常' },
    goods: 'dress',
    courier: 'sf',
    askedHoursAgo: 70,
    steps: [...onTheRoad, [30, calledFor], [12, troubled]],
    becomes: { ...onItsWay, attention: ['warehouse-exception'] },
  }),
  doudianEpisode({
    name: 'forgotten-by-erp',
    title: { en: 'The ERP told nobody yet', 'zh-CN': 'ERP 尚未预报' },
    goods: 'skirt',
    warehouse: 'south',
    askedHoursAgo: 64,
    steps: onTheRoad,
    becomes: { ...onItsWay, clocks: ['refund runs', 'warehouse-acknowledges runs'] },
  }),
  doudianEpisode({
    name: 'erp-told-another',
    title: { en: 'ERP told another warehouse', 'zh-CN': 'ERP 预报给了另一仓' },
    goods: 'dress',
    warehouse: 'south',
    askedHoursAgo: 64,
    steps: [...onTheRoad, [40, erpTells('hangzhou')]],
    becomes: {
      ...onItsWay,
      clocks: ['refund runs', 'warehouse-acknowledges runs'],
      attention: ['announcement-differs'],
    },
  }),
  doudianEpisode({
    name: 'came-unannounced',
    title: { en: 'Came without being announced', 'zh-CN': '未预报，包裹已到仓' },
    goods: 'skirt',
    warehouse: 'south',
    askedHoursAgo: 64,
    steps: [...onTheRoad, [3, doudian.arrived]],
    becomes: {
      headline: 'received',
      decision: 'approved',
      stages: ['received'],
      quality: 'waiting',
      clocks: ['qc-follow-up runs', 'refund runs'],
      platform: ['refund'],
      attention: ['not-announced'],
    },
  }),
];

/** Something is wrong with its order, as the warehouse says. */
async function troubled(life: doudian.DoudianLife, at: Date): Promise<void> {
  const more = { expressCode: life.trackingNumber, at: at.getTime() };
  await life.stage.cast.lane.hangzhou.process(doudian.orderCodeOf(life) ?? '', 'EXCEPTION', more);
}

function erpTells(warehouse: 'south' | 'hangzhou'): doudian.DoudianStep {
  return async ({ stage, trackingNumber, lines }) => {
    const items = lines.map(({ sku, quantity }) => ({ itemCode: sku, quantity }));
    await stage.cast.lane[warehouse].takeFromErp({ orderCode: `ERP-${trackingNumber}`, trackingNumber, lines: items });
  };
}
