import type { Words } from './words.ts';

/** What is wrong and what to do, for whoever is woken: alarms of the stack as a whole. */
export const alarmWords = {
  'api-failing': {
    'zh-CN': 'API 返回 5xx：发送方会重试一阵，然后停止。请查看 receive-webhook 和收件队列。',
    en: 'The API answers with 5xx: senders try again for a while and then stop. Look at receive-webhook and the inbox.',
  },
  'api-slow': {
    'zh-CN': '每一百次应答中有一次超过三秒；有些发送方五秒后就会放弃。',
    en: 'One answer in a hundred takes more than three seconds; several senders give up after five.',
  },
  'secret-malformed': {
    'zh-CN':
      '有一个渠道的签名密钥格式不对，无法验证它的 webhook：发送方收到 503，会重试一阵。改法见日志：faultCode = "secret-malformed"。',
    en: 'The signing secret of a channel is none, so that its webhooks cannot be verified: senders get 503 and try again for a while. What to put is in the log: faultCode = "secret-malformed".',
  },
  'policy-not-valid': {
    'zh-CN':
      '已保存的规则无效，按没有保存处理；或者写着已不存在的仓库。请保存一份正确的规则；怎么办见日志：stored-policy。',
    en: 'A stored policy is not valid and counts as not stored, or names a warehouse that has gone. Store a right one; the advice is in the log: stored-policy.',
  },
  'not-understood': {
    'zh-CN':
      '有一条消息看不懂，没有计入任何单据；原文已保存。用 npm run deliveries 查看是谁发的、为什么；改好来源（或让发送方改）后重放。见 docs/operate.md。',
    en: 'A delivery was not understood and counts for nothing; it is kept. npm run deliveries says whose it is and why. Replay it once the source, or its sender, is mended: docs/operate.md.',
  },
  'in-part': {
    'zh-CN':
      '有一条消息只看懂了一部分：看得懂的已计入，其余没有。用 npm run deliveries 查看缺了哪一部分；改好来源（或让发送方改）后重放。见 docs/operate.md。',
    en: 'A delivery was understood in part: the rest of it counts for nothing. npm run deliveries says which part and why. Replay it once the source, or its sender, is mended: docs/operate.md.',
  },
  'tried-often': {
    'zh-CN':
      '有一条消息已至少分发过六次，又失败了。大约一天之内会继续重试，间隔越来越长。请查找 outcome = "threw" 且 receiveCount 较大的日志。',
    en: 'A message failed that was handed out at least six times before. It is tried again for about a day, later each time. Look for outcome = "threw" with a high receiveCount.',
  },
  'clock-stopped': {
    'zh-CN': '有一个时效计时提前停止，由巡检代为触发，会晚几分钟。请查看停止的原因。',
    en: 'The clock of a deadline stopped before its time. The sweep strikes in its place, minutes late. Look at why it stopped.',
  },
  'clock-silent': {
    'zh-CN': '有一个时效到点后两分钟没有触发，由巡检代为触发。请查看失败的执行，以及收件队列是否积压。',
    en: 'A deadline was to strike and its clock was silent for two minutes; the sweep struck. Look for executions that failed, and whether the inbox was behind.',
  },
  'sweep-silent': {
    'zh-CN': '巡检已有十分钟没有跑完。一小时之内不会有延误；之后提醒和超时都会晚。请查看 sweep-deadlines 的日志。',
    en: 'The sweep has not come to its end for ten minutes. For an hour nothing is late; then reminders and misses are. Look at the log of sweep-deadlines.',
  },
  'sweep-behind': {
    'zh-CN': '五分钟内有四次巡检没有做完该做的事。请查看一小时内有多少时效要触发，以及数据表是否限流。',
    en: 'For four runs within five minutes the sweep had more to do than a run has time for. Look how many deadlines strike within the hour, and whether the table throttles.',
  },
  'notify-silent': {
    'zh-CN': '提醒已有十分钟没有跑完：没有人会收到提醒。请先看 notify 的日志。',
    en: 'Telling people has not come to its end for ten minutes: nobody is told of anything. Look at the log of notify first.',
  },
  'outbox-behind': {
    'zh-CN': '单据的后续动作晚了：队列拒收，或函数失败。十二小时后只能手工重建这些单据。',
    en: 'What must follow from records comes late: its queue refuses it, or the function fails. After 12 hours the records must be rebuilt by hand.',
  },
  'changes-behind': {
    'zh-CN': '变更发布晚了：事件总线拒收，或函数失败。十二小时后只能手工重新发布。',
    en: 'Changes are published late: the bus refuses them, or the function fails. After 12 hours they must be republished by hand.',
  },
} as const satisfies Words;

/** Alarms that each function, queue or source has one of, by its name. */
export const namedAlarmWords = {
  'function-failing': (folder: string) => ({
    'zh-CN': `${folder} 五分钟内失败多次。没有做成的会重试，或进入死信队列。`,
    en: `${folder} failed several times within five minutes. What it could not do is tried again or becomes a dead letter.`,
  }),
  'function-throttled': (folder: string) => ({
    'zh-CN': `${folder} 被限流：账号的并发已用尽。`,
    en: `${folder} is throttled: the account's concurrency is used up.`,
  }),
  'dead-letters': (queue: string) => ({
    'zh-CN': `${queue} 有做不成的消息在死信队列里等待；14 天后删除。见 docs/operate.md 的 redrive。`,
    en: `Work of ${queue} could not be done and waits in its dead letters; they are deleted after 14 days. See docs/operate.md, redrive.`,
  }),
  'message-too-old': (queue: string) => ({
    'zh-CN': `${queue} 最早的消息等得太久：消费它的函数停了、慢了或在失败。`,
    en: `The oldest message of ${queue} has waited too long: its consumer is stopped, slow or failing.`,
  }),
  'hook-silent': (source: string) => ({
    'zh-CN': `核对时在 ${source} 接连发现变更，却没有一条 webhook 推送过来。请查看那边的推送是否仍然开启。`,
    en: `Listing found one change after another at ${source}, and no webhook told of any of them. Look whether the hook is still switched on there.`,
  }),
  'robot-failing': (robot: string) => ({
    'zh-CN': `机器人 ${robot} 几分钟来发不出消息，它的提醒在等待重试。请先运行 npm run notify:test -- ${robot}，看它怎么回答。`,
    en: `The robot ${robot} has not taken messages for minutes; what it has to tell waits and is tried again. First run npm run notify:test -- ${robot}: it prints what the robot answers.`,
  }),
  'shop-busy': (source: string) => ({
    'zh-CN': `${source} 有一家店铺半小时来太忙或连不上，无法核对。请查看它的地址，以及是否有别的系统用光了调用次数。`,
    en: `For half an hour a shop at ${source} has been too busy to be listed, or out of reach. Look at its address, and whether something else uses up its calls.`,
  }),
} as const satisfies Readonly<Record<string, (name: string) => Words[string]>>;
