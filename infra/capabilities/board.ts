import { Duration } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Base } from '../parts/base.ts';
import type { BoardSignIn } from '../parts/caller-identity.ts';
import { ServiceFunction } from '../parts/service-function.ts';

/** The page that a team works through. It holds nothing and may read nothing: all that it shows comes from the API. */
export class Board extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data }: Base, signIn: BoardSignIn) {
    super(scope, id);
    const serve = new ServiceFunction(this, 'ServeBoard', {
      deployment,
      alarms,
      folder: 'serve-board',
      description: 'Serves the board, a page without any data of its own',
      timeout: Duration.seconds(10),
      environment: {
        boardIssuer: data.callers.issuer,
        boardClientId: signIn.clientId,
        boardOrigins: signIn.origins.join(' '),
      },
      files: deployment.boardPage,
    });
    const integration = new HttpLambdaIntegration('Integration', serve.function, { scopePermissionToRoute: false });
    for (const [routeId, path] of [
      ['BoardRoute', '/board'],
      ['BoardFilesRoute', '/board/{proxy+}'],
    ] as const) {
      const routeKey = HttpRouteKey.with(path, HttpMethod.GET);
      const route = new HttpRoute(this, routeId, { httpApi: data.api.api, routeKey, integration });
      acknowledge(route, {
        'AwsSolutions-APIG4':
          'It is the page on which people sign in; it holds no data, and the API behind it wants a token.',
      });
    }
  }
}
