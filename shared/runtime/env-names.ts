/** Environment variables of the functions; infra sets them, functions read them. */
export const envNames = {
  tableName: 'TABLE_NAME',
  busName: 'BUS_NAME',
  inboxUrl: 'INBOX_URL',
  strikesUrl: 'STRIKES_URL',
  /** JSON: queue URLs by source. */
  hintQueues: 'HINT_QUEUES',
  followsUrl: 'FOLLOWS_URL',
  webhooksUrl: 'WEBHOOKS_URL',
  /** JSON: queue URLs by warehouse. */
  deliverUrls: 'DELIVER_URLS',
  unpublishableUrl: 'UNPUBLISHABLE_URL',
  /** JSON: names of all queues, each without what all of them begin with. */
  queueNames: 'QUEUE_NAMES',
  bodiesBucket: 'BODIES_BUCKET',
  /** JSON: topic ARNs by mail robot. */
  mailTopics: 'MAIL_TOPICS',
  secretPrefix: 'SECRET_PREFIX',
  deadlineTimerArn: 'DEADLINE_TIMER_ARN',
  boardIssuer: 'BOARD_ISSUER',
  boardClientId: 'BOARD_CLIENT_ID',
  /** Where the board's page talks to beside its own origin, parted by blanks. */
  boardOrigins: 'BOARD_ORIGINS',
} as const;
