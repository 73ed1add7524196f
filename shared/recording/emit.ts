import { type ToldClass, toldClasses } from '#shared/returns/told-classes.ts';

/** What of all that only a newer fold revision sees is to be told: all of it, nothing, or what is of some classes. */
export type Emit = boolean | readonly ToldClass[];

/** What satisfies both. */
export function widerOf(one: Emit, other: Emit): Emit {
  if (one === true || other === true) {
    return true;
  }
  const both = [one || [], other || []].flat();
  return both.length > 0 && toldClasses.filter((each) => both.includes(each));
}
