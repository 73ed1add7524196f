/** Environment variables of the functions; infra sets them, functions read them. */
export const envNames = {
  tableName: 'TABLE_NAME',
  busName: 'BUS_NAME',
  inboxUrl: 'INBOX_URL',
  hintsUrl: 'HINTS_URL',
  unpublishableUrl: 'UNPUBLISHABLE_URL',
  bodiesBucket: 'BODIES_BUCKET',
  secretPrefix: 'SECRET_PREFIX',
  deadlineTimerArn: 'DEADLINE_TIMER_ARN',
} as const;
