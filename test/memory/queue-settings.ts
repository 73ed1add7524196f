import { ofType, type Resource } from '../infra/synthesize.ts';
import type { QueueSettings } from './consumed-queue.ts';

type Resources = Record<string, Resource>;

/** What a template says of the queue of this name (`backhaul-<merchant>-<name>`) and of the function that reads it. */
export function queueSettingsOf(resources: Resources, name: string): QueueSettings {
  const [queueId, queue] = only(resources, 'AWS::SQS::Queue', ({ QueueName }) => String(QueueName).endsWith(name));
  const [, mapping] = only(resources, 'AWS::Lambda::EventSourceMapping', ({ EventSourceArn }) =>
    JSON.stringify(EventSourceArn).includes(`"${queueId}"`),
  );
  const { Ref: functionId } = mapping.Properties.FunctionName as { readonly Ref: string };
  const redrive = queue.Properties.RedrivePolicy as { readonly maxReceiveCount: number };
  const scaling = mapping.Properties.ScalingConfig as { readonly MaximumConcurrency: number } | undefined;
  return {
    visibilityTimeout: Number(queue.Properties.VisibilityTimeout),
    delay: Number(queue.Properties.DelaySeconds ?? 0),
    maxReceiveCount: redrive.maxReceiveCount,
    batchSize: Number(mapping.Properties.BatchSize),
    maxConcurrency: scaling?.MaximumConcurrency,
    functionTimeout: Number(resources[functionId]?.Properties.Timeout),
  };
}

function only(
  resources: Resources,
  type: string,
  isIt: (properties: Record<string, unknown>) => boolean,
): [string, Resource] {
  const [found, ...others] = ofType(resources, type).filter(([, { Properties }]) => isIt(Properties));
  if (!found || others.length > 0) {
    throw new Error(`there is not just one such ${type}`);
  }
  return found;
}
