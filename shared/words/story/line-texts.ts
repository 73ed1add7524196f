import type { Wording } from '../wording.ts';

/** What each line of a slice says to people; one that is missing does not compile. */
export type LineTexts<Lines> = {
  readonly [Code in keyof Lines]: (values: Lines[Code], wording: Wording) => string;
};

/** Why, in the sender's own word, where there is one. */
export function reasonText(reason: string | undefined, { say }: Wording): string | undefined {
  return reason && say(`原因：${reason}`, `reason: ${reason}`);
}
