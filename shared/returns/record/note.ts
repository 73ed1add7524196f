/**
 * Something that the fold saw and a person may have to look at: a fact that could not be applied, a sum that does not add up.
 * `code` is from a fixed list (it becomes an attention reason); `detail` names ids, never personal data.
 */
export interface Note {
  readonly code: NoteCode;
  readonly detail: string;
}

export const noteCodes = [
  'fact-not-understood',
  'message-in-part',
  'time-in-future',
  'checked-more-than-received',
  'goods-over',
  'goods-unexpected',
  'goods-short',
  'goods-awaiting-allotment',
  'goods-on-replaced-number',
  'parcel-not-attributed',
  'allotment-exceeds-goods',
  'money-over-cap',
  'money-in-other-currency',
  'unknown-warehouse',
  'warehouse-differs',
  'pre-advice-held',
  'carrier-unmapped',
  'pre-advice-refused',
  'withdrawal-refused',
  'announcement-unknown',
  'announcement-differs',
  'not-announced',
  'warehouse-exception',
  'parcel-untracked',
  'parcel-sent-back',
  'tracking-unreadable',
  'store-behind',
  'number-used-before',
  'outbound-number-typed',
  'outbound-comes-back',
  'number-on-several-cases',
  'line-in-other-case',
  'line-over-paid',
  'contact-buyer',
  'paid-after-end',
  'money-out-goods-not-back',
  'cap-not-compared',
  'not-decided-goods-on-the-way',
  'outside-no-reason-window',
  'deadline-missed',
  'disputed',
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** Each note once, in a fixed order, so that the same facts give the same list. */
export function sortNotes(notes: readonly Note[]): Note[] {
  const byText = new Map(notes.map((note) => [`${note.code} ${note.detail}`, note]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
}
