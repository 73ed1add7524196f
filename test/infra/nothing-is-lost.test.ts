import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { hasAlarm, referencedIds } from './references.ts';
import { ofType, synthesize } from './synthesize.ts';

const { returns, data } = synthesize(readMerchant('demo'));
const queues = ofType(returns, 'AWS::SQS::Queue');
const isDlq = (id: string) =>
  queues.some(([each, { Properties }]) => each === id && String(Properties.QueueName).endsWith('-dlq'));
const redriveOf = (id: string) => referencedIds(returns[id]?.Properties.RedrivePolicy);

describe('every hop', () => {
  it('is known to this test: no other resource type carries work', () => {
    const carriers = Object.values({ ...returns, ...data })
      .map(({ Type }) => Type)
      .filter((type) =>
        /Queue$|Rule$|EventSourceMapping|Schedule$|StateMachine|Pipe|Subscription|EventInvokeConfig/.test(type),
      );
    expect([...new Set(carriers)].sort()).toEqual([
      'AWS::Events::Rule',
      'AWS::Lambda::EventSourceMapping',
      'AWS::SNS::Subscription',
      'AWS::SQS::Queue',
      'AWS::Scheduler::Schedule',
      'AWS::StepFunctions::StateMachine',
    ]);
  });

  it.each(queues.filter(([id]) => !isDlq(id)).map(([id]) => id))(
    'queue %s has dead letters after a hundred receives, or after five that a warehouse makes, and an alarm on its oldest message',
    (id) => {
      expect(redriveOf(id).filter(isDlq)).toHaveLength(1);
      expect(returns[id]?.Properties.RedrivePolicy).toMatchObject({
        maxReceiveCount: String(returns[id]?.Properties.QueueName).includes('-to-') ? 5 : 100,
      });
      expect(hasAlarm(returns, 'ApproximateAgeOfOldestMessage', id)).toBe(true);
    },
  );

  it.each(queues.filter(([id]) => isDlq(id)).map(([id]) => id))(
    'dead letters %s ring from the first one and are kept for 14 days',
    (id) => {
      expect(hasAlarm(returns, 'ApproximateNumberOfMessagesVisible', id)).toBe(true);
      expect(returns[id]?.Properties.MessageRetentionPeriod).toBe(1_209_600);
    },
  );

  it.each(queues.map(([id]) => id))('queue %s takes messages up to 1 MiB', (id) => {
    expect(returns[id]?.Properties.MaximumMessageSize).toBe(1_048_576);
  });

  it.each(ofType(returns, 'AWS::Events::Rule'))(
    'rule %s has dead letters and a bound on its retries for each target',
    (_, { Properties }) => {
      const targets = Properties.Targets as { DeadLetterConfig?: unknown; RetryPolicy?: unknown }[];
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets) {
        expect(referencedIds(target.DeadLetterConfig).filter(isDlq)).toHaveLength(1);
        expect(target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
      }
    },
  );

  it.each(ofType(returns, 'AWS::Lambda::EventSourceMapping'))('mapping %s keeps what failed', (_, { Properties }) => {
    const [source] = referencedIds(Properties.EventSourceArn);
    const kept = source ? redriveOf(source) : referencedIds(Properties.DestinationConfig);
    expect(kept.filter(isDlq)).toHaveLength(1);
  });

  it('bounds what is under way of each queue', () => {
    const mappings = ofType(returns, 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => !Properties.StartingPosition,
    );
    expect(mappings.length).toBeGreaterThan(0);
    for (const [id, { Properties }] of mappings) {
      const { MaximumConcurrency } = Properties.ScalingConfig as { MaximumConcurrency: number };
      expect(MaximumConcurrency, id).toBeGreaterThanOrEqual(2);
      expect(MaximumConcurrency, id).toBeLessThanOrEqual(10);
    }
  });

  it('rings when the sweep has not come to its end for ten minutes, also where it never ran', () => {
    const alarms = ofType(returns, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarms.filter(({ MetricName }) => MetricName === 'SweepDone')).toMatchObject([
      {
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        Period: 300,
        EvaluationPeriods: 2,
        TreatMissingData: 'breaching',
      },
    ]);
  });

  it('rings when a message fails again and again, which no metric of SQS or Lambda shows', () => {
    const alarms = ofType(returns, 'AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.MetricName === 'MessageTriedOften',
    );
    expect(alarms).toHaveLength(1);
  });

  it('reads queues message by message', () => {
    const mappings = ofType(returns, 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => referencedIds(Properties.EventSourceArn).length > 0,
    );
    expect(mappings.length).toBeGreaterThan(0);
    for (const [, { Properties }] of mappings) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  it.each([
    ['PublishChanges', '{"Keys":{"sk":{"S":["SNAPSHOT"]}}}'],
    ['SendOutbox', '{"Keys":{"sk":{"S":["SNAPSHOT"]}},"NewImage":{"outbox":{"S":[{"exists":true}]}}}'],
  ])('reads the stream for %s from its beginning, by age, bisecting, and only snapshots', (consumer, dynamodb) => {
    const [stream, ...more] = ofType(returns, 'AWS::Lambda::EventSourceMapping').filter(
      ([id, { Properties }]) => Properties.StartingPosition && id.includes(consumer),
    );
    expect(more).toEqual([]);
    expect(stream?.[1].Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 43_200,
      MaximumRetryAttempts: -1,
      FilterCriteria: { Filters: [{ Pattern: `{"eventName":["INSERT","MODIFY"],"dynamodb":${dynamodb}}` }] },
    });
    expect(hasAlarm(returns, 'IteratorAge', referencedIds(stream?.[1].Properties.FunctionName)[0] ?? '')).toBe(true);
  });

  it.each(ofType(returns, 'AWS::Scheduler::Schedule'))('schedule %s has dead letters', (_, { Properties }) => {
    const target = Properties.Target as { DeadLetterConfig?: unknown };
    expect(referencedIds(target.DeadLetterConfig).filter(isDlq)).toHaveLength(1);
  });

  it.each(ofType(returns, 'AWS::StepFunctions::StateMachine'))('timer %s rings when an execution fails', (id) => {
    expect(hasAlarm(returns, 'ExecutionsFailed', id)).toBe(true);
  });

  it.each(ofType(returns, 'AWS::Lambda::Function'))('function %s rings when it fails or is throttled', (id) => {
    expect(hasAlarm(returns, 'Errors', id)).toBe(true);
    expect(hasAlarm(returns, 'Throttles', id)).toBe(true);
  });
});

describe('queues', () => {
  it('hide a message for six times as long as their function may take', () => {
    for (const [, { Properties }] of ofType(returns, 'AWS::Lambda::EventSourceMapping')) {
      const [source] = referencedIds(Properties.EventSourceArn);
      const [consumer] = referencedIds(Properties.FunctionName);
      const timeout = Number(returns[consumer ?? '']?.Properties.Timeout);
      expect(source ? returns[source]?.Properties.VisibilityTimeout : 6 * timeout).toBe(6 * timeout);
    }
  });
});

describe('alarms', () => {
  it('may be published to their topic by CloudWatch', () => {
    const [policy] = ofType(returns, 'AWS::SNS::TopicPolicy');
    const { Statement: statements } = (policy as NonNullable<typeof policy>)[1].Properties.PolicyDocument as {
      Statement: unknown[];
    };

    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });
});
