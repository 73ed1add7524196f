import { type HttpMethod, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Answerer } from '#shared/api/operation.ts';
import { type OperationName, operationNames, operations } from '#shared/api/operations.ts';

/** A stack makes a route of a new id before it drops the one of the old, and two of one key are refused: these keep theirs. */
const formerIds: Readonly<Partial<Record<OperationName, string>>> = {
  showCase: 'CaseRoute',
  showTimeline: 'TimelineRoute',
  showPolicy: 'PolicyRoute',
  listDeliveries: 'DeliveriesRoute',
  showDelivery: 'DeliveryRoute',
};

/** The routes of what one function answers, each with the id of its construct. */
export function routesOf(by: Answerer): (readonly [routeId: string, key: HttpRouteKey])[] {
  return operationNames
    .filter((name) => operations[name].by === by)
    .map((name) => [
      formerIds[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Route`,
      keyOf(operations[name].route),
    ]);
}

function keyOf(route: string): HttpRouteKey {
  const [method = '', path = ''] = route.split(' ');
  return HttpRouteKey.with(path, method as HttpMethod);
}
