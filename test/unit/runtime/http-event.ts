import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as an HTTP API hands it to a function (payload 2.0), to `/webhooks/fake/one` unless told otherwise. */
export function httpEvent(changes: Partial<APIGatewayProxyEventV2> & { method?: string } = {}): APIGatewayProxyEventV2 {
  const { method = 'POST', ...rest } = changes;
  return {
    version: '2.0',
    routeKey: 'ANY /webhooks/{source}/{channel}',
    rawPath: '/webhooks/fake/one',
    rawQueryString: '',
    headers: {},
    pathParameters: { source: 'fake', channel: 'one' },
    isBase64Encoded: false,
    requestContext: { http: { method, path: '/webhooks/fake/one' } } as APIGatewayProxyEventV2['requestContext'],
    ...rest,
  };
}
