import type { SettingFault, SourceAbout, Speaker } from '../about.ts';

/** By what the reports of a warehouse are known, of its `qimen` in the merchant's file. */
interface Known {
  readonly appKey: string;
  readonly customerId: string;
  readonly warehouseCode: string;
}

/** Where a WMS needs no code of a warehouse. */
export const anyWarehouse = 'OTHER';

/**
 * Qimen 奇门: what a WMS reports of the warehouses of one app (platforms-cn.md, 4), each known by its `customerId` and, where several have one, by its
 * `warehouseCode`. What it is told: shared/warehouses/qimen.
 */
export const qimenAbout = {
  source: 'qimen',
  roles: ['warehouse'],
  secrets: { signing: 'the secret of the app at Qimen, which signs both ways' },
  faultsOfSeveral: (speakers) => speakers.flatMap((each, index) => faultsOf(each, index, speakers.slice(0, index))),
} satisfies SourceAbout<Known>;

function faultsOf({ own }: Speaker<Known>, index: number, others: readonly Speaker<Known>[]): SettingFault[] {
  const path = [index];
  if (!own) {
    return [{ path, message: 'has no qimen, by whose customerId its reports would be known' }];
  }
  const ofOtherApp = others.find((each) => each.own && each.own.appKey !== own.appKey);
  const alike = others.find((each) => each.own && !isToldApart(each.own, own));
  const apps = `has another qimen.appKey than ${ofOtherApp?.id}; a channel is one app, whose secret signs for all its warehouses`;
  const codes = `has the customerId of ${alike?.id}, so each needs a warehouseCode of its own that is not ${anyWarehouse}`;
  return [...(ofOtherApp ? [{ path, message: apps }] : []), ...(alike ? [{ path, message: codes }] : [])];
}

function isToldApart(one: Known, other: Known): boolean {
  const codes = new Set([one.warehouseCode, other.warehouseCode]);
  return one.customerId !== other.customerId || (codes.size === 2 && !codes.has(anyWarehouse));
}
