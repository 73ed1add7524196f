import type { Wording } from './wording.ts';

/** The lines of a message to people, one function each. Values go in as they are: whoever sends it sees to it that they stay plain. */
export function noticeTextsIn(wording: Wording) {
  const { say, list } = wording;
  return {
    heading: (what: string, where: string) => say(`${what}：${where}`, `${what}: ${where}`),
    time: (left: string, at: string, ...then: readonly string[]) =>
      say(`时限：${list(`${left}（${at}）`, ...then)}`, `Time: ${list(`${left} (${at})`, ...then)}`),
    since: (ago: string) => say(`已等待：${ago}`, `Waiting for: ${ago}`),
    atStake: (money: string) => say(`涉及 ${money}`, `${money} at stake`),
    toDo: (what: string, ...about: readonly string[]) =>
      about.length === 0
        ? say(`要做：${what}`, `To do: ${what}`)
        : say(`要做：${what}（${list(...about)}）`, `To do: ${what} (${list(...about)})`),
    look: say('查看并处理', 'look at it'),
    signedDays: (days: number) =>
      days === 0
        ? say('今天签收', 'signed for today')
        : say(`签收第 ${days + 1} 天`, `day ${days + 1} since signed for`),
    reason: (reason: string) => say(`原因 ${reason}`, `reason ${reason}`),
    who: (owner: string, next: string | undefined) =>
      next === undefined
        ? say(`负责：${owner}`, `Who: ${owner}`)
        : say(`负责：${owner}；下一位：${next}`, `Who: ${owner}; next: ${next}`),
    nobody: say('无人领取', 'nobody yet'),
    somebody: say('已领取', 'claimed'),
    team: (id: string) => say(`团队 ${id}`, `team ${id}`),
    case: (id: string) => say(`售后单：${id}`, `Case: ${id}`),
    parcel: (number: string) => say(`包裹：${number}`, `Parcel: ${number}`),
    open: say('打开售后单', 'Open the case'),
    ...severalTextsIn(wording),
  };
}
export type NoticeTexts = ReturnType<typeof noticeTextsIn>;

/** Of messages that tell several things, or none that is a record's. */
function severalTextsIn({ say, list }: Wording) {
  return {
    silentSince: (time: string) => say(`自 ${time} 起没有收到推送`, `Nothing has been pushed since ${time}`),
    lookAtHook: say('先看：那边的推送是否仍然开启', 'First: look whether the hook is still switched on there'),
    many: (count: number) => say(`${count} 件需要处理`, `${count} things to do`),
    more: (count: number) => say(`另有 ${count} 件，见待办列表`, `and ${count} more, in the attention list`),
    summary: (occasion: 'day' | 'handover', team: string | undefined) => {
      const whose = team === undefined ? '' : say(`（${team}）`, ` (${team})`);
      return occasion === 'day'
        ? say(`今日待办${whose}`, `To do today${whose}`)
        : say(`交接${whose}`, `Handover${whose}`);
    },
    openCount: (count: number, unclaimed: number) =>
      say(`未了结 ${count} 件，其中无人领取 ${unclaimed} 件`, `${count} open, ${unclaimed} of them claimed by nobody`),
    platformSoon: (two: number, eight: number) =>
      say(
        `平台时限：2 小时内 ${two} 件，8 小时内 ${eight} 件`,
        `Platform's time: ${two} within 2 h, ${eight} within 8 h`,
      ),
    group: (name: string, count: number, sum: string | undefined) =>
      say(`${name}：${list(`${count} 件`, sum)}`, `${name}: ${list(String(count), sum)}`),
    test: say('测试消息', 'Test message'),
    testLine: (robot: string) =>
      say(`这是机器人 ${robot} 的测试，无需处理。`, `This is a test of the robot ${robot}: nothing has to be done.`),
  };
}
