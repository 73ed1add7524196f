import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarmWords } from '#shared/words/alarm-words.ts';
import { type Deployment, physicalName, removalPolicyOf } from '../deployment.ts';
import { type AlarmTopic, alarmPeriod } from '../parts/alarm-topic.ts';

/** Ids and times of a request; no address, path or name of a person. */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The address that senders and people know. It outlives the functions behind it; its routes are in the other stack. */
export class ReturnsApi extends Construct {
  readonly api: HttpApi;
  /** Without a slash at its end. */
  readonly url: string;
  /** Where the merchant's DNS name must point. */
  readonly dnsTarget?: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { domain, retention } = deployment.merchant;
    this.api = new HttpApi(this, 'Api', {
      apiName: physicalName(deployment, 'api'),
      createDefaultStage: false,
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: retention.logDays,
      removalPolicy: removalPolicyOf(deployment),
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 1000, burstLimit: 2000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.url = domain ? `https://${domain.name}` : this.api.apiEndpoint;
    if (domain) {
      const name = new DomainName(this, 'Domain', {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        securityPolicy: SecurityPolicy.TLS_1_2,
      });
      this.dnsTarget = name.regionalDomainName;
      new ApiMapping(this, 'Mapping', { api: this.api, domainName: name, stage });
    }
  }

  /** Tells when senders do not get their answers: they would switch their hooks off. */
  watch(scope: Construct, alarms: AlarmTopic): void {
    alarms.watch(scope, 'ApiFailing', {
      metric: this.api.metricServerError({ period: alarmPeriod }),
      threshold: 5,
      description: alarmWords['api-failing'],
    });
    alarms.watch(scope, 'ApiSlow', {
      metric: this.api.metricLatency({ period: alarmPeriod, statistic: 'p99' }),
      threshold: Duration.seconds(3).toMilliseconds(),
      description: alarmWords['api-slow'],
    });
  }
}
