import type { DeadlineLines } from '#shared/returns/deadlines/story.ts';
import { deadlineWords } from '../deadline-words.ts';
import type { Wording } from '../wording.ts';
import type { LineTexts } from './line-texts.ts';

type Clock = Pick<DeadlineLines['deadline-cancelled'], 'kind' | 'subject'>;

/** `质检时限（运单 SF1）`, `quality check deadline of parcel SF1`. */
function nameOf({ kind, subject }: Clock, { word, say }: Wording): string {
  // Of a platform's own kind its name is the subject.
  const isPlatforms = kind === 'platform-decision';
  const what = word(deadlineWords, isPlatforms ? subject : kind);
  const isDisputes = kind === 'dispute-evidence';
  const thing = isDisputes
    ? say(`（纠纷 ${subject}）`, ` of dispute ${subject}`)
    : say(`（运单 ${subject}）`, ` of parcel ${subject}`);
  const of = subject === 'case' || isPlatforms ? '' : thing;
  return say(`${what}时限${of}`, `${what} deadline${of}`);
}

export const deadlineLines: LineTexts<DeadlineLines> = {
  'platform-deadline': ({ kind, due }, { word, time, say }) => {
    const what = word(deadlineWords, kind);
    return due
      ? say(`要求最迟 ${time(due)} 完成${what}`, `Sets a deadline: ${what} by ${time(due)}`)
      : say(`取消了${what}时限`, `Takes its deadline away: ${what}`);
  },
  'deadline-opened': ({ dueAt, setBy, ...clock }, wording) => {
    const { say, time } = wording;
    const byWhom = setBy === 'platform' ? say('（平台规定）', ' (set by the platform)') : '';
    const name = nameOf(clock, wording);
    return dueAt
      ? say(`${name}开始计时，最迟 ${time(dueAt)}${byWhom}`, `The ${name} runs: due ${time(dueAt)}${byWhom}`)
      : say(`${name}开始计时`, `The ${name} runs`);
  },
  'deadline-paused': (clock, wording) => {
    const name = nameOf(clock, wording);
    return wording.say(`等待买家，${name}暂停计时`, `Waiting for the buyer: the ${name} is paused`);
  },
  'deadline-reminder': ({ dueAt, ...clock }, wording) => {
    const { say, time } = wording;
    const name = nameOf(clock, wording);
    const due = dueAt ? say(`最迟 ${time(dueAt)}，`, ` (due ${time(dueAt)})`) : '';
    return say(`提醒：${name}${due}尚未完成`, `Reminder: the ${name}${due} is not met`);
  },
  'deadline-missed': ({ struck, ...clock }, wording) => {
    const name = nameOf(clock, wording);
    return struck
      ? wording.say(`超时：${name}已过，尚未完成`, `Overdue: the ${name} passed and was not met`)
      : wording.say(`超时：${name}已过`, `Overdue: the ${name} passed`);
  },
  'deadline-escalated': ({ count, ...clock }, wording) => {
    const name = nameOf(clock, wording);
    return wording.say(`仍未完成，第 ${count} 次升级：${name}`, `Still not met, escalation ${count}: the ${name}`);
  },
  'deadline-met': ({ late, ...clock }, wording) => {
    const name = nameOf(clock, wording);
    return late
      ? wording.say(`${name}超时后才完成`, `The ${name} was met too late`)
      : wording.say(`${name}内完成`, `The ${name} was met`);
  },
  'deadline-moved': ({ openedAt, dueAt, setBy, ...clock }, wording) => {
    const { say, time } = wording;
    const name = nameOf(clock, wording);
    const why =
      setBy === 'platform'
        ? say('（平台规定）', ' (set by the platform)')
        : say(`（自 ${time(openedAt)} 起算）`, ` (counted from ${time(openedAt)})`);
    return say(`${name}改为最迟 ${time(dueAt)}${why}`, `The ${name} moved: now due ${time(dueAt)}${why}`);
  },
  'deadline-cancelled': (clock, wording) => {
    const name = nameOf(clock, wording);
    return wording.say(`${name}停止计时`, `The ${name} no longer runs`);
  },
  'deadline-breach-withdrawn': ({ metAt, ...clock }, wording) => {
    const { say, time } = wording;
    const name = nameOf(clock, wording);
    const met = metAt ? say(`，实际已于 ${time(metAt)} 完成`, `: it was met at ${time(metAt)} after all`) : '';
    return say(`撤回超时：${name}未超时${met}`, `Not overdue, taken back: the ${name}${met}`);
  },
};
