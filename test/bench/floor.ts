import { createHmac } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** What the floor is handed: the webhook's body, and a text as long as the message that the product makes of it. */
interface FloorEvent {
  readonly body: string;
  readonly message: string;
}

const sqs = new SQSClient({});
const queueUrl = process.env.INBOX_URL;
const secret = process.env.FLOOR_SECRET ?? 'not set';
/** As long as the product's, its newline included. */
const line = 'x'.repeat(Number(process.env.FLOOR_LINE_BYTES ?? 1) - 1);

/** The least that an accepted webhook can cost with this client: one HMAC over the body, one SendMessage, one log line. It checks nothing. */
export const handler = async ({ body, message }: FloorEvent): Promise<{ readonly statusCode: number }> => {
  createHmac('sha256', secret).update(body).digest();
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message }));
  console.log(line);
  return { statusCode: 200 };
};
