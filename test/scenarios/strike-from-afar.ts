import { DeleteItemCommand, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { marshall } from '@aws-sdk/util-dynamodb';
import { executionNameOf } from '#shared/aws/strike-execution.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { localClient } from '../../tools/operate/read-outputs.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago, hourMs, later } from './times.ts';

const items = [{ sku: 'CAP-BLUE', quantity: 1 }];

/** Long enough for the sweep, once a minute, to come by twice. */
const aheadMs = 150_000;

/**
 * A deadline that strikes in half a day has no message that waits for it. Nobody can wait for that, so its record is put as if it had been
 * written long ago, with a strike in some minutes; and the sweep, which was through with these minutes, begins anew. Then all goes its way:
 * schedule, index, execution, queue, record, bus. It puts its hand into the table, and so it is no scenario for a stack that others use.
 */
export const strikeFromAfar: Scenario = {
  letter: 'q',
  title: 'A strike that was far ahead when its record was written, by a clock that the sweep starts',
  turn: 'early',
  run: async (scene) => {
    const { outputs, ownStore } = scene.world;
    const client = localClient(outputs);
    const [dynamodb, stepFunctions] = [new DynamoDBClient(client), new SFNClient(client)];
    const TableName = outputs.tableName;
    const own = ownCase(scene, '1');
    const { key } = own;
    const deadline = { kind: 'refund', at: later(new Date(), 20 * hourMs).toISOString() };
    await ownStore.request(own, { items, at: ago({ hours: 5 }) });
    await ownStore.approve(own, ago({ hours: 4 }), { deadline });
    const { deadlineId } = (await scene.isTold(key, 'Deadline Opened', ({ data }) => data.kind === 'refund')).data;

    const at = later(new Date(), aheadMs).toISOString();
    await dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: marshall({ pk: `CASE#${key}`, sk: 'SNAPSHOT' }),
        UpdateExpression:
          'SET #snapshot.deadlines.#id.nextStrike.#at = :at, #snapshot.nextStrikeAt = :at, gsi1sk = :place, writtenAt = :long',
        ExpressionAttributeNames: { '#snapshot': 'snapshot', '#id': String(deadlineId), '#at': 'at' },
        ExpressionAttributeValues: marshall({
          ':at': at,
          ':place': `${at}#CASE#${key}`,
          ':long': ago({ hours: 5 }).toISOString(),
        }),
      }),
    );
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: marshall({ pk: 'CURSOR#sweep', sk: 'STATE' }) }));

    await scene.isTold(key, 'Deadline Approaching', ({ data }) => data.deadlineId === deadlineId);
    scene.check('none came before its time', Date.now() >= Date.parse(at));
    const machine = outputs.stateMachines['deadline-timer'] ?? '';
    const strike = { phase: 'reminder', count: 0, at: instantOf(Date.parse(at)) } as const;
    const name = executionNameOf({ record: { caseKey: key }, deadlineId: String(deadlineId), strike });
    const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
    const { status } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
    scene.check('the clock is an execution that came to its end', status === 'SUCCEEDED', status);
  },
};
