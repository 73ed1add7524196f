import { ofType, type Resource } from './synthesize.ts';

/** Logical ids that a value refers to by `Ref` or `Fn::GetAtt`. */
export function referencedIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if ('Ref' in value) {
    return [String(value.Ref)];
  }
  if ('Fn::GetAtt' in value) {
    return [String((value['Fn::GetAtt'] as string[])[0])];
  }
  return Object.values(value).flatMap(referencedIds);
}

/** Whether an alarm on this metric has this resource for a dimension, and tells someone. */
export function hasAlarm(resources: Record<string, Resource>, metric: string, id: string): boolean {
  return ofType(resources, 'AWS::CloudWatch::Alarm').some(
    ([, { Properties }]) =>
      Properties.MetricName === metric &&
      referencedIds(Properties.Dimensions).includes(id) &&
      (Properties.AlarmActions as unknown[]).length > 0,
  );
}
