import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { ofType, synthesize } from './synthesize.ts';

const { returns } = synthesize(readMerchant('demo'));
const alarms = ofType(returns, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

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
