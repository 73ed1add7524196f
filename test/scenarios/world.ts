import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Store } from '#shared/store/open-store.ts';
import { type ApiReader, openApiReader } from '../../tools/demo/api-reader.ts';
import { openLocalStore } from '../../tools/emulator/local-store.ts';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { localClient } from '../../tools/operate/read-outputs.ts';
import { type Cast, openCast } from '../simulation/cast.ts';
import { type BusListener, startBusListener } from './bus-listener.ts';
import { putDemoPolicy } from './demo-clocks.ts';

/** The deployed stack, everyone around it, and who watches. */
export interface World extends Cast {
  readonly outputs: LocalOutputs;
  readonly store: Store;
  /** As an admin reads it. */
  readonly api: ApiReader;
  readonly sqs: SQSClient;
  readonly events: BusListener;
}

/** Opens the cast around a deployed demo merchant, a listener at its bus, and hurried clocks. */
export async function openWorld(outputs: LocalOutputs): Promise<World> {
  const client = localClient(outputs);
  const sqs = new SQSClient(client);
  const cast = await openCast(outputs);
  const { busName, tableName } = outputs;
  const restorePolicy = await putDemoPolicy({ client: new DynamoDBClient(client), name: tableName });
  const events = await startBusListener({ sqs, bus: new EventBridgeClient(client), busName, run: cast.run });
  return {
    ...cast,
    outputs,
    store: openLocalStore(outputs),
    api: openApiReader(outputs, (line) => console.error(line)),
    sqs,
    events,
    close: async () => {
      await Promise.all([cast.close(), events.stop(), restorePolicy()]);
    },
  };
}
