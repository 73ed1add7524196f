import type { Texts } from '#shared/words/locale.ts';
import type { Me } from '../data/me.ts';

type Known = Pick<Me, 'person' | 'listedAs' | 'people'>;

const meWord: Texts = { 'zh-CN': '我', en: 'me' };

/** Whether a record or a list means me. */
export function isMe(person: string, me: Pick<Me, 'person' | 'listedAs'>): boolean {
  return person === me.person || person === me.listedAs;
}

/** As colleagues call them; of whoever has no name the end of their id, by which they can at least be told apart. */
export function personName(person: string, me: Known): Texts {
  if (isMe(person, me)) {
    return meWord;
  }
  const named = me.people.find((each) => each.person === person || each.listedAs === person);
  const name = named?.name ?? `…${person.slice(-4)}`;
  return { 'zh-CN': name, en: name };
}
