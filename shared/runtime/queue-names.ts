/** What the name of a queue's dead letters ends with; infra names them, functions find them by it. */
export const deadLetterSuffix = '-dlq';

/** The dead letters of a queue, by their names. */
export function deadLettersOf(queueName: string): string {
  return `${queueName}${deadLetterSuffix}`;
}
