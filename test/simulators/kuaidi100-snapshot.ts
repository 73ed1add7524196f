import { chinaClockText } from './china-clock.ts';

/** Coarse codes of `state` (platforms-cn.md, 11c). */
export type Kuaidi100State = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '14';

/** One scan of a parcel by its carrier; `at` in milliseconds of the simulated clock. */
export interface Scan {
  readonly state: Kuaidi100State;
  readonly at: number;
  /** The finer code, for who subscribed with `resultv2` 4. */
  readonly fine?: string;
}

export interface Snapshot {
  readonly status: 'polling' | 'shutdown' | 'abort' | 'updateall';
  readonly trackingNumber: string;
  readonly company: string;
  /** The code that it takes the place of, where the feed corrected the carrier. */
  readonly companyBefore?: string;
  readonly message?: string;
  readonly isFine: boolean;
  /** Oldest first. */
  readonly scans: readonly Scan[];
}

const words: Readonly<Record<Kuaidi100State, readonly [status: string, context: string]>> = {
  0: ['在途', '快件到达【杭州转运中心】'],
  1: ['揽收', '【深圳市】已揽收,揽投员:周师傅,电话:13700000000'],
  2: ['疑难', '收件地址不详,电话:13600000000无人接听'],
  3: ['签收', '已签收,签收人:王仓管'],
  4: ['退签', '已退回寄件人,签收人:李小买'],
  5: ['派件', '派件中,派件员:赵师傅,电话:13500000000'],
  6: ['退回', '快件退回中'],
  7: ['转投', '转投其他快递公司'],
  8: ['清关', '清关中'],
  14: ['拒签', '收件人拒收'],
};

/** The text of `param`: all that the feed knows of the parcel, newest first. */
export function snapshotText(snapshot: Snapshot): string {
  const { status, trackingNumber, company, companyBefore, message = '', isFine, scans } = snapshot;
  const latest = scans.at(-1);
  return JSON.stringify({
    status,
    billstatus: latest?.state === '3' ? 'check' : 'sending',
    message,
    autoCheck: companyBefore === undefined ? '0' : '1',
    comOld: companyBefore ?? '',
    comNew: companyBefore === undefined ? '' : company,
    lastResult: {
      message: 'ok',
      state: latest ? codeOf(latest, isFine) : '0',
      status: '200',
      condition: 'F00',
      ischeck: latest?.state === '3' ? '1' : '0',
      com: company,
      nu: trackingNumber,
      data: scans.map((scan) => rowOf(scan, isFine)).reverse(),
    },
  });
}

function codeOf({ state, fine }: Scan, isFine: boolean): string {
  return (isFine ? fine : undefined) ?? state;
}

/** What a courier notes names people and phones: a receiver must not keep it in a record. */
function rowOf(scan: Scan, isFine: boolean): Record<string, string> {
  const [status, context] = words[scan.state];
  const time = chinaClockText(scan.at);
  const place = { areaCode: 'CN330100000000', areaName: '浙江,杭州市', location: '杭州市' };
  return { time, ftime: time, context, status, statusCode: codeOf(scan, isFine), ...place };
}
