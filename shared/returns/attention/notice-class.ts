/** What people are told of, as routes name it: a platform's time, disputes, exceptions, stops, late checks, silent sources, and the summary of a day. */
export const noticeClasses = [
  'platform',
  'grade-c',
  'exception',
  'stop',
  'late-check',
  'silent-source',
  'digest',
] as const;
export type NoticeClass = (typeof noticeClasses)[number];

/** How urgent a ring is, and of what: the most urgent first. */
export const noticeLevels = [
  'half-hour',
  'two-hours',
  'exception',
  'dispute',
  'stop',
  'late-check',
  'silent-source',
] as const;
export type NoticeLevel = (typeof noticeLevels)[number];
