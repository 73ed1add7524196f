import { digest } from '../record/digest.ts';

/** A subject id has up to 255 characters; most identity providers take 36. */
const mostLength = 40;

/** All by which records and lists name a person. */
export function namesOf(person: string): readonly string[] {
  const listed = shortPerson(person);
  return listed === person ? [person] : [person, listed];
}

/** By what an entry names a person: their subject id, or, where that is longer than an entry has room for, a hash of it. Never a part of it. */
export function shortPerson(person: string): string {
  return person.length > mostLength || /[^\x21-\x7e]/.test(person) ? `#${digest(person)}` : person;
}
