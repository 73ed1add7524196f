import type { Texts } from '#shared/words/locale.ts';
import type { Me } from '../data/me.ts';

type Known = Pick<Me, 'person' | 'listedAs' | 'people'>;

/** What most user names fit into, and no id that a machine made. */
const mostShown = 16;
const meWord: Texts = { 'zh-CN': '我', en: 'me' };

/** Whether a record or a list means me. */
export function isMe(person: string, me: Pick<Me, 'person' | 'listedAs'>): boolean {
  return person === me.person || person === me.listedAs;
}

/** As colleagues call them; of whoever has no name their id, of a long one its beginning. */
export function personName(person: string, me: Known): Texts {
  const whole = wholeName(person, me);
  const short = `${person.slice(0, 8)}…`;
  return whole.en === person && person.length > mostShown ? { 'zh-CN': short, en: short } : whole;
}

/** The same with the whole id, for where there is room. */
export function wholeName(person: string, me: Known): Texts {
  if (isMe(person, me)) {
    return meWord;
  }
  const name = me.people.find((each) => each.person === person || each.listedAs === person)?.name ?? person;
  return { 'zh-CN': name, en: name };
}
