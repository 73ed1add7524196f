/** Grows when the same facts would give another record; a lower one never overwrites a higher. */
export const foldRevision = 10;
