import { isAttentionKey } from './case/attention-tell.ts';
import { isDeadlineKey } from './deadlines/tell.ts';

/** Classes of what records tell, each by the keys of {@link Told} that are of it. */
const keysOf = { attention: isAttentionKey, deadlines: isDeadlineKey } as const;

export type ToldClass = keyof typeof keysOf;
export const toldClasses = Object.keys(keysOf) as [ToldClass, ...ToldClass[]];

/** Whether what is kept under this key of a record's memory is of one of these classes. */
export function isOfClass(key: string, classes: readonly ToldClass[]): boolean {
  return classes.some((each) => keysOf[each](key));
}
