import type { Texts } from '#shared/words/locale.ts';
import type { ClockState } from './clock-bar.ts';

export const clockTexts = {
  title: { 'zh-CN': '时效', en: 'Clocks' },
  platform: { 'zh-CN': '平台', en: "Platform's" },
  ours: { 'zh-CN': '我方', en: 'Ours' },
  none: { 'zh-CN': '没有在走的时效', en: 'No clock runs' },
  due: { 'zh-CN': '{at} 到期', en: 'due {at}' },
  wasDue: { 'zh-CN': '应在 {at} 前', en: 'was due {at}' },
  metIn: { 'zh-CN': '提前 {time} 完成', en: 'met {time} before its time' },
  metAt: { 'zh-CN': '{at} 完成', en: 'met {at}' },
  metLate: { 'zh-CN': '超时 {time} 后完成', en: 'met {time} late' },
  pausedSince: { 'zh-CN': '{at} 起暂停', en: 'paused since {at}' },
  opens: { 'zh-CN': '{at} 才开始', en: 'begins {at}' },
  opened: { 'zh-CN': '{at} 开始', en: 'since {at}' },
  atTimeOut: { 'zh-CN': '超时后果', en: 'At time-out' },
  met: { 'zh-CN': '已结束的时效 {n} 个', en: 'Clocks that are over: {n}' },
  notMeasured: { 'zh-CN': '未计时的 {n} 种', en: 'Kinds not measured: {n}' },
} as const satisfies Readonly<Record<string, Texts>>;

export const clockStateTexts: Readonly<Record<ClockState, Texts>> = {
  ahead: { 'zh-CN': '尚未开始', en: 'has not begun' },
  running: { 'zh-CN': '进行中', en: 'running' },
  near: { 'zh-CN': '快到期', en: 'near' },
  overdue: { 'zh-CN': '已超时', en: 'overdue' },
  met: { 'zh-CN': '按时', en: 'in time' },
  late: { 'zh-CN': '超时完成', en: 'late' },
  paused: { 'zh-CN': '已暂停', en: 'paused' },
};

export const timelineTexts = {
  title: { 'zh-CN': '经过', en: 'What happened' },
  newestFirst: { 'zh-CN': '最新在前', en: 'Newest first' },
  oldestFirst: { 'zh-CN': '最早在前', en: 'Oldest first' },
  everybody: { 'zh-CN': '全部', en: 'All' },
  speakers: { 'zh-CN': '只看谁说的', en: 'Only who says it' },
  toCome: { 'zh-CN': '尚未到', en: 'still to come' },
  late: { 'zh-CN': '补报，{at} 才收到', en: 'reported late: heard {at}' },
  loading: { 'zh-CN': '正在读取经过', en: 'Reading what happened' },
  none: { 'zh-CN': '没有记录', en: 'Nothing is recorded' },
  failed: { 'zh-CN': '经过没有读出来', en: 'What happened could not be read' },
  more: { 'zh-CN': '再显示 {n} 条', en: 'Show {n} more' },
} as const satisfies Readonly<Record<string, Texts>>;

export const workTexts = {
  title: { 'zh-CN': '负责与备注', en: 'Work and notes' },
  owner: { 'zh-CN': '负责人', en: 'Owner' },
  nobody: { 'zh-CN': '还没有人领取', en: 'nobody yet' },
  ownedSince: { 'zh-CN': '{at} 领取', en: 'since {at}' },
  team: { 'zh-CN': '小组', en: 'Team' },
  handover: { 'zh-CN': '交接', en: 'Handover' },
  offered: { 'zh-CN': '{who} 已交接给 {to}，待接收', en: '{who} hands it over to {to}, not accepted yet' },
  toTeam: { 'zh-CN': '小组 {team}', en: 'team {team}' },
  flag: { 'zh-CN': '旗标', en: 'Flag' },
  snooze: { 'zh-CN': '稍后跟进', en: 'Put off' },
  snoozedUntil: { 'zh-CN': '到 {at}：{reason}（{who}）', en: 'until {at}: {reason} ({who})' },
  touched: { 'zh-CN': '最近处理 {at}', en: 'last worked on {at}' },
  notes: { 'zh-CN': '备注', en: 'Notes' },
  noNotes: { 'zh-CN': '还没有备注', en: 'No notes yet' },
  erased: { 'zh-CN': '内容已随个人信息清除', en: 'what it said was erased with its personal data' },
} as const satisfies Readonly<Record<string, Texts>>;

export const deliveryTexts = {
  title: { 'zh-CN': '收到的消息（运维）', en: 'Deliveries (admins)' },
  masked: { 'zh-CN': '只显示来源和结果，不显示内容', en: 'Only where they came from and what became of them' },
  none: { 'zh-CN': '没有', en: 'None' },
  failed: { 'zh-CN': '没有读出来', en: 'They could not be read' },
  gone: { 'zh-CN': '已不再保存', en: 'kept no more' },
  parcel: { 'zh-CN': '运单 {number}', en: 'parcel {number}' },
} as const satisfies Readonly<Record<string, Texts>>;

export const outcomeTexts = {
  applied: { 'zh-CN': '已计入', en: 'applied' },
  'in-part': { 'zh-CN': '部分看懂', en: 'understood in part' },
  unmatched: { 'zh-CN': '待匹配售后单', en: 'its case is not known yet' },
  'notify-only': { 'zh-CN': '仅提示', en: 'only a hint' },
  several: { 'zh-CN': '含多条', en: 'several in one' },
  ignored: { 'zh-CN': '无需处理', en: 'ignored' },
  'not-understood': { 'zh-CN': '看不懂', en: 'not understood' },
} as const satisfies Readonly<Record<string, Texts>>;
