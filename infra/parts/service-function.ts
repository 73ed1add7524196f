import { join } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { envNames } from '#shared/runtime/env-names.ts';
import { namedAlarmWords } from '#shared/words/alarm-words.ts';
import { aliasesOf, bundling } from '../bundling.ts';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { type AlarmTopic, alarmPeriod } from './alarm-topic.ts';

const projectRoot = join(import.meta.dirname, '..', '..');

export interface ServiceFunctionProps {
  readonly deployment: Deployment;
  /** The folder in functions/ that holds its handler.ts. */
  readonly folder: string;
  /** What it does, in one sentence. */
  readonly description: string;
  readonly timeout: Duration;
  /** By key in shared/runtime/env-names.ts. */
  readonly environment: Readonly<Partial<Record<keyof typeof envNames, string>>>;
  /** Who hears when it fails; or why nobody has to. */
  readonly alarms: AlarmTopic | { readonly none: string };
  readonly memoryMb?: number;
  /** A folder whose files lie beside the handler in its bundle, under its own name. */
  readonly files?: string;
  /** Required for a function that is invoked asynchronously. */
  readonly deadLetters?: IQueue;
  /** For a function that calls out from a fixed address. */
  readonly vpc?: IVpc | undefined;
}

/** One Lambda function out of functions/: bundled with this merchant's configuration, its log group, its role and its alarms. */
export class ServiceFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { deployment } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: deployment.merchant.retention.logDays,
      removalPolicy: removalPolicyOf(deployment),
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.function = new NodejsFunction(this, 'Function', {
      description: props.description,
      entry: join(projectRoot, 'functions', props.folder, 'handler.ts'),
      projectRoot,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout,
      environment: environmentOf(props),
      logGroup,
      role,
      bundling: bundlingOf(deployment, props.files),
      ...(props.deadLetters && { deadLetterQueue: props.deadLetters }),
      ...(props.vpc && { vpc: props.vpc }),
    });
    this.grant(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    this.letInto(props.vpc);
    this.watch(props);
    this.acknowledgeFindings(props);
  }

  /** Allows exactly these actions on exactly these resources, under these conditions. */
  grant(actions: readonly string[], resources: readonly string[], conditions: Record<string, unknown> = {}): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** For what is known only once all else is there. */
  tell(key: keyof typeof envNames, value: string): void {
    this.function.addEnvironment(envNames[key], value);
  }

  /** The functions' own network interfaces: none of these actions can be narrowed to a resource. */
  private letInto(vpc: IVpc | undefined): void {
    if (vpc) {
      this.grant(
        [
          'ec2:CreateNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets',
          'ec2:DeleteNetworkInterface',
        ],
        ['*'],
      );
    }
  }

  private watch({ alarms, folder }: ServiceFunctionProps): void {
    if ('none' in alarms) {
      return;
    }
    alarms.watch(this, 'Failing', {
      metric: this.function.metricErrors({ period: alarmPeriod }),
      threshold: 5,
      description: namedAlarmWords['function-failing'](folder),
    });
    alarms.watch(this, 'Throttled', {
      metric: this.function.metricThrottles({ period: alarmPeriod }),
      threshold: 10,
      description: namedAlarmWords['function-throttled'](folder),
    });
  }

  private acknowledgeFindings({ deadLetters, vpc }: ServiceFunctionProps): void {
    acknowledge(this, {
      'Serverless-LambdaTracing':
        'One wide log line per delivery carries every id; traces would cost more and tell less.',
      ...(!deadLetters && {
        'Serverless-LambdaDLQ':
          'It is only invoked synchronously or by a mapping; the queue behind it has the dead letters.',
        'Serverless-LambdaAsyncFailureDestination': 'It is never invoked asynchronously.',
      }),
      ...(vpc && {
        'AwsSolutions-IAM5[Resource::*]': 'EC2 network interface actions, needed in a VPC, take no narrower resource.',
      }),
    });
  }
}

function environmentOf({ environment, deployment }: ServiceFunctionProps): Record<string, string> {
  const named = Object.entries(environment).map(([key, value]) => [envNames[key as keyof typeof envNames], value]);
  return {
    POWERTOOLS_SERVICE_NAME: `backhaul-${deployment.merchant.merchant}`,
    ...Object.fromEntries(named),
  };
}

function bundlingOf({ merchantFile }: Deployment, files: string | undefined) {
  const { mainFields, ...options } = bundling;
  const aliases = Object.entries(aliasesOf(merchantFile));
  return {
    ...options,
    mainFields: [...mainFields],
    format: OutputFormat.CJS,
    sourceMap: true,
    bundleAwsSDK: true,
    externalModules: [],
    esbuildArgs: Object.fromEntries(aliases.map(([name, file]) => [`--alias:${name}`, file])),
    ...(files && { commandHooks: copying(files) }),
  };
}

function copying(files: string): ICommandHooks {
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_from, to) => [`cp -R "${files}" "${to}"`],
  };
}
