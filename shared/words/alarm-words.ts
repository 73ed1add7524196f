import type { Words } from './words.ts';

/**
 * What is wrong, for whoever is woken, and at the end the one thing to do first, in a fixed form: `First: …` and `先做：…`. Alarms of the stack as a
 * whole.
 */
export const alarmWords = {
  'api-failing': {
    'zh-CN':
      'API 返回 5xx：发送方会重试一阵，然后停止。先做：查看 receive-webhook 日志里 level = "ERROR" 的行及其 advice。',
    en: 'The API answers with 5xx: senders try again for a while and then stop. First: look in the log of receive-webhook for level = "ERROR" and its advice.',
  },
  'api-slow': {
    'zh-CN':
      '每一百次应答中有一次超过三秒；有些发送方五秒后就会放弃。先做：查看 receive-webhook 日志里 durationMs > 3000 的行。',
    en: 'One answer in a hundred takes more than three seconds; several senders give up after five. First: look in the log of receive-webhook for durationMs > 3000.',
  },
  'secret-malformed': {
    'zh-CN':
      '有一个渠道的签名密钥格式不对，无法验证它的 webhook：发送方收到 503，会重试一阵。先做：按 receive-webhook 日志里 faultCode = "secret-malformed" 那一行的 advice 填写密钥。',
    en: 'The signing secret of a channel is none, so that its webhooks cannot be verified: senders get 503 and try again for a while. First: put what the advice of the line with faultCode = "secret-malformed" in the log of receive-webhook says.',
  },
  'policy-not-valid': {
    'zh-CN':
      '已保存的规则无效，按没有保存处理；或者写着已不存在的仓库。先做：打开 GET /policy，它会指出是哪一版、哪些字段不对。',
    en: 'A stored policy is not valid and counts as not stored, or names a warehouse that has gone. First: open GET /policy, which names the revision and the fields that are wrong.',
  },
  'not-understood': {
    'zh-CN':
      '有一条消息看不懂，没有计入任何单据；原文已保存，改好来源（或让发送方改）后可以重放。先做：npm run deliveries，查看是谁发的、为什么。',
    en: 'A delivery was not understood and counts for nothing; it is kept, and replayed once the source, or its sender, is mended. First: npm run deliveries, which says whose it is and why.',
  },
  'in-part': {
    'zh-CN':
      '有一条消息只看懂了一部分：看得懂的已计入，其余没有；改好来源（或让发送方改）后可以重放。先做：npm run deliveries，查看缺了哪一部分、为什么。',
    en: 'A delivery was understood in part: the rest of it counts for nothing until it is replayed, once the source, or its sender, is mended. First: npm run deliveries, which says which part and why.',
  },
  'tried-often': {
    'zh-CN':
      '有一条消息已至少分发过六次，又失败了。大约一天之内会继续重试，间隔越来越长。先做：在日志里查找 outcome = "threw" 且 receiveCount >= 6 的行。',
    en: 'A message failed that was handed out at least six times before. It is tried again for about a day, later each time. First: look in the logs for outcome = "threw" and receiveCount >= 6.',
  },
  'clock-stopped': {
    'zh-CN': '有一个时效计时提前停止，由巡检代为触发，会晚几分钟。先做：查看时效计时器失败的执行，看它为什么停止。',
    en: 'The clock of a deadline stopped before its time. The sweep strikes in its place, minutes late. First: look at the failed execution of the deadline timer, which says why.',
  },
  'clock-silent': {
    'zh-CN': '有一个时效到点后两分钟没有触发，由巡检代为触发。先做：查看时效计时器失败的执行。',
    en: 'A deadline was to strike and its clock was silent for two minutes; the sweep struck. First: look for failed executions of the deadline timer.',
  },
  'sweep-silent': {
    'zh-CN':
      '巡检已有十分钟没有跑完。一小时之内不会有延误；之后提醒和超时都会晚。先做：查看 sweep-deadlines 日志里 outcome = "threw" 的行。',
    en: 'The sweep has not come to its end for ten minutes. For an hour nothing is late; then reminders and misses are. First: look in the log of sweep-deadlines for outcome = "threw".',
  },
  'sweep-behind': {
    'zh-CN':
      '五分钟内有四次巡检没有做完该做的事：一小时内要触发的时效太多，或者数据表限流。先做：查看 sweep-deadlines 日志里 started 和 late 的数量。',
    en: 'For four runs within five minutes the sweep had more to do than a run has time for: too many deadlines strike within the hour, or the table throttles. First: look in the log of sweep-deadlines at started and late.',
  },
  'notify-silent': {
    'zh-CN': '提醒已有十分钟没有跑完：没有人会收到提醒。先做：查看 notify 日志里 outcome = "threw" 的行。',
    en: 'Telling people has not come to its end for ten minutes: nobody is told of anything. First: look in the log of notify for outcome = "threw".',
  },
  'outbox-behind': {
    'zh-CN':
      '单据的后续动作晚了：队列拒收，或函数失败。十二小时后只能手工重建这些单据。先做：查看 send-outbox 日志里 outcome = "threw" 的行。',
    en: 'What must follow from records comes late: its queue refuses it, or the function fails. After 12 hours the records must be rebuilt by hand. First: look in the log of send-outbox for outcome = "threw".',
  },
  'changes-behind': {
    'zh-CN':
      '变更发布晚了：事件总线拒收，或函数失败。十二小时后只能手工重新发布。先做：查看 publish-changes 日志里 outcome = "threw" 的行。',
    en: 'Changes are published late: the bus refuses them, or the function fails. After 12 hours they must be republished by hand. First: look in the log of publish-changes for outcome = "threw".',
  },
} as const satisfies Words;

/** Alarms that each function, queue or source has one of, by its name. */
export const namedAlarmWords = {
  'function-failing': (folder: string) => ({
    'zh-CN': `${folder} 五分钟内失败多次。没有做成的会重试，或进入死信队列。先做：查看 ${folder} 日志里 level = "ERROR" 的行及其 advice。`,
    en: `${folder} failed several times within five minutes. What it could not do is tried again or becomes a dead letter. First: look in the log of ${folder} for level = "ERROR" and its advice.`,
  }),
  'function-throttled': (folder: string) => ({
    'zh-CN': `${folder} 被限流：账号的并发已用尽。先做：在 CloudWatch 查看账号的 ConcurrentExecutions，与配额比较。`,
    en: `${folder} is throttled: the account's concurrency is used up. First: compare the account's ConcurrentExecutions in CloudWatch with its quota.`,
  }),
  'dead-letters': (queue: string) => ({
    'zh-CN': `${queue} 有做不成的消息在死信队列里等待；14 天后删除。先做：在 docs/operate.md 的 Dead letters 一节查找 ${queue}-dlq，看该怎么处理。`,
    en: `Work of ${queue} could not be done and waits in its dead letters; they are deleted after 14 days. First: find ${queue}-dlq in docs/operate.md, Dead letters, which says what to do with it.`,
  }),
  'message-too-old': (queue: string) => ({
    'zh-CN': `${queue} 最早的消息等得太久：读取它的一方停了、慢了或在失败。先做：${readerOf(queue)['zh-CN']}。`,
    en: `The oldest message of ${queue} has waited too long: whoever reads it is stopped, slow or failing. First: ${readerOf(queue).en}.`,
  }),
  'hook-silent': (source: string) => ({
    'zh-CN': `核对时在 ${source} 接连发现变更，却没有一条 webhook 推送过来；其间不会丢失。先做：到 ${source} 查看推送是否仍然开启、地址是否正确。`,
    en: `Listing found one change after another at ${source}, and no webhook told of any of them; nothing is lost meanwhile. First: look at ${source} whether the hook is still switched on, and its URL right.`,
  }),
  'robot-failing': (robot: string) => ({
    'zh-CN': `机器人 ${robot} 几分钟来发不出消息，它的提醒在等待重试。先做：运行 npm run notify:test -- ${robot}，看它怎么回答。`,
    en: `The robot ${robot} has not taken messages for minutes; what it has to tell waits and is tried again. First: npm run notify:test -- ${robot}, which prints what the robot answers.`,
  }),
  'shop-busy': (source: string) => ({
    'zh-CN': `${source} 有一家店铺半小时来太忙或连不上，无法核对：地址不对，或别的系统用光了调用次数。先做：在 reconcile-stores 日志里查找 stuck = true 的行，看是哪家店铺。`,
    en: `For half an hour a shop at ${source} has been too busy to be listed, or out of reach: its address is wrong, or something else uses up its calls. First: look in the log of reconcile-stores for stuck = true, which names the shop.`,
  }),
} as const satisfies Readonly<Record<string, (name: string) => Words[string]>>;

/** Who reads a queue, by how its name begins; the first row counts. */
const readers: readonly (readonly [begin: string, folder: string])[] = [
  ['inbox', 'record-observations'],
  ['strikes', 'record-observations'],
  ['hints-', 'read-store'],
  ['follows', 'follow-parcel'],
  ['deliver-', 'deliver-to-warehouse'],
];

/** What to look at where nobody seems to read a queue. */
function readerOf(queue: string): Words[string] {
  const folder = readers.find(([begin]) => queue.startsWith(begin))?.[1];
  if (folder) {
    return {
      'zh-CN': `查看 ${folder} 日志里 outcome = "threw" 的行`,
      en: `look in the log of ${folder} for outcome = "threw"`,
    };
  }
  return { 'zh-CN': `问读取 ${queue} 的一方它是否在运行`, en: `ask whoever reads ${queue} whether it runs` };
}
