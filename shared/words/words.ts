import type { Texts } from './locale.ts';

/** The people's word for each code of one kind; one that is missing does not compile. */
export type Words<Code extends string = string> = Readonly<Record<Code, Texts>>;
