import { Duration, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import type { ServiceFunction } from './service-function.ts';

/** Bodies too large for a queue message, under `bodies/`; gone after the merchant's retention of raw deliveries. */
export class BodiesBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [
        {
          expiration: Duration.days(deployment.merchant.retention.rawDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: removalPolicyOf(deployment),
    });
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'The few functions that reach it log each delivery that they read or write; a second log would add nothing.',
    });
  }

  grantPut(writer: ServiceFunction): void {
    this.grant(writer, 's3:PutObject');
  }

  grantGet(reader: ServiceFunction): void {
    this.grant(reader, 's3:GetObject');
  }

  private grant(consumer: ServiceFunction, action: string): void {
    consumer.grant([action], [this.bucket.arnForObjects('bodies/*')]);
    const stack = Stack.of(this);
    const bucketArn = stack.resolve(stack.exportValue(this.bucket.bucketArn))['Fn::ImportValue'];
    acknowledge(consumer, {
      [`AwsSolutions-IAM5[Resource::${bucketArn}/bodies/*]`]:
        'Bodies are objects named by their delivery; only their prefix is open.',
    });
  }
}
