/** Queues whose dead letters are put back into them once the cause is mended, by how their names begin. */
const putBack = ['inbox', 'strikes', 'hints-', 'follows', 'deliver-', 'to-'] as const;

/** What is asked of records instead. */
const others: readonly (readonly [begin: string, command: string])[] = [
  ['unpublishable', 'npm run republish -- --case <source>:<shop>:<case id> --dry-run'],
  ['change-stream', 'npm run republish -- --case <source>:<shop>:<case id> --dry-run'],
  ['outbox-stream', 'npm run rebuild -- --case <source>:<shop>:<case id>'],
];

/** The command that helps with the dead letters of a queue; undefined where they are to be deleted. What is in angle brackets is for the reader to fill in. */
export function deadLetterCommand(queue: string, merchant: string): string | undefined {
  if (putBack.some((begin) => queue.startsWith(begin))) {
    const arn = `arn:<partition>:sqs:<region>:<account>:backhaul-${merchant}-${queue}`;
    return `aws sqs start-message-move-task --source-arn ${arn}-dlq --destination-arn ${arn}`;
  }
  return others.find(([begin]) => queue.startsWith(begin))?.[1];
}
