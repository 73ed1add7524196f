import { describe, expect, it } from 'vitest';
import { embeddedMetrics } from '#shared/runtime/metrics.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { ofType, synthesize } from './synthesize.ts';

const { returns } = synthesize(readMerchant('demo'));
const alarms = ofType(returns, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

interface Dimension {
  readonly Name: string;
  readonly Value: string;
}

interface CountingLine extends Record<string, unknown> {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly { readonly Namespace: string; readonly Dimensions: string[][] }[];
  };
}

describe('what a listing counts', () => {
  it.each([
    ['HookSilent', 'shopify'],
    ['HookSilent', 'doudian'],
    ['ShopBusy', 'shopify'],
    ['ShopBusy', 'doudian'],
  ])('%s rings for %s from the first one', (metric, source) => {
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'Backhaul',
        MetricName: metric,
        Dimensions: expect.arrayContaining([{ Name: 'reason', Value: source }]),
        Statistic: 'Sum',
        Threshold: 1,
        AlarmActions: [expect.anything()],
      }),
    );
  });
});

describe('what was not understood', () => {
  it.each([
    ['NotUnderstood', 'not-understood'],
    ['UnderstoodInPart', 'in-part'],
  ])('C13: %s rings from the first delivery, and says with what to look', (id, reason) => {
    const own = ofType(returns, 'AWS::CloudWatch::Alarm').filter(([name]) => name.startsWith(`Recording${id}`));
    expect(own.map(([, { Properties }]) => Properties)).toEqual([
      expect.objectContaining({
        Namespace: 'Backhaul',
        MetricName: 'MessageRecorded',
        Dimensions: expect.arrayContaining([{ Name: 'reason', Value: reason }]),
        Statistic: 'Sum',
        Period: 300,
        Threshold: 1,
        AlarmActions: [expect.anything()],
        AlarmDescription: expect.stringContaining('npm run deliveries'),
      }),
    ]);
  });
});

describe('an alarm', () => {
  it.each([
    { name: 'MessageRecorded', reason: 'not-understood' },
    { name: 'HookSilent', reason: 'shopify' },
    { name: 'PolicyNotValid' },
    { name: 'WebhookUnavailable', reason: 'secret-malformed' },
  ])('rings for what a line counts as $name: namespace and dimensions are the same', (metric) => {
    const line = { service: 'backhaul-demo', ...embeddedMetrics({ metric }) } as unknown as CountingLine;
    const [counted] = line._aws.CloudWatchMetrics;
    const watched = alarms
      .filter(({ MetricName }) => MetricName === metric.name)
      .map(({ Namespace, Dimensions }) => ({
        namespace: Namespace,
        dimensions: Object.fromEntries((Dimensions as Dimension[]).map(({ Name, Value }) => [Name, Value])),
      }));
    expect(watched).toContainEqual({
      namespace: counted?.Namespace,
      dimensions: Object.fromEntries(counted?.Dimensions[0]?.map((name) => [name, line[name]]) ?? []),
    });
  });
});
