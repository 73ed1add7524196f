import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/**
 * SQS and Secrets Manager, as much of them as the door calls: takes every message, hands out the secrets of
 * `STUB_SECRETS` (JSON by name), and tells at `/taken` what came since it was last asked.
 */
const secrets: Readonly<Record<string, string>> = JSON.parse(process.env.STUB_SECRETS ?? '{}');

export interface Taken {
  readonly messages: number;
  readonly distinct: number;
  readonly secretReads: number;
}

let ids: string[] = [];
let secretReads = 0;

const answers: Readonly<Record<string, (input: Record<string, string>) => object>> = {
  'AmazonSQS.SendMessage': ({ MessageBody = '' }) => {
    ids.push(JSON.parse(MessageBody).delivery.id);
    return { MessageId: String(ids.length), MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
  },
  'secretsmanager.GetSecretValue': ({ SecretId = '' }) => {
    secretReads += 1;
    return { Name: SecretId, SecretString: secrets[SecretId] };
  },
};

function takenSinceAsked(): Taken {
  const taken = { messages: ids.length, distinct: new Set(ids).size, secretReads };
  ids = [];
  secretReads = 0;
  return taken;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const server = createServer(async (request, response) => {
  const answer = answers[String(request.headers['x-amz-target'])];
  const text = await readText(request);
  const said = answer ? answer(JSON.parse(text)) : request.url === '/taken' ? takenSinceAsked() : undefined;
  response.writeHead(said ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(said ?? { __type: 'UnknownOperationException' }));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.once('disconnect', () => process.exit(0));
