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

/** The least that an accepted webhook can cost with this client: one HMAC over the body, one SendMessage. It checks nothing. */
export const handler = async ({ body, message }: FloorEvent): Promise<{ readonly statusCode: number }> => {
  createHmac('sha256', secret).update(body).digest();
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message }));
  return { statusCode: 200 };
};
