/** The reports of a WMS that Backhaul reads. */
export const reports = ['returnorder.confirm', 'returnpackage.report', 'orderprocess.report'] as const;
export type Report = (typeof reports)[number];

/** By the end of the method's name: its prefix (`taobao.qimen.`) may be absent (platforms-cn.md, 4(a)). */
export function reportOf(method: string): Report | undefined {
  return reports.find((each) => method === each || method.endsWith(`.${each}`));
}
