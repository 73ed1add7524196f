import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { ofType, type Resource, synthesize } from './synthesize.ts';

interface Statement {
  readonly Action: string | string[];
  readonly Condition?: unknown;
  readonly Resource: unknown;
}

function statementsOf(resources: Record<string, Resource>): [string, Statement][] {
  return ofType(resources, 'AWS::IAM::Policy').flatMap(([id, { Properties }]) => {
    const { Statement: statements } = Properties.PolicyDocument as { Statement: Statement[] };
    return statements.map((statement): [string, Statement] => [id.replace(/DefaultPolicy.*$/, ''), statement]);
  });
}

const { returns, data } = synthesize(readMerchant('lanyu'));
const statements = [...statementsOf(returns), ...statementsOf(data)];
const listOf = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);
const allowedTo = (role: string) => statements.filter(([id]) => id.startsWith(role)).map(([, statement]) => statement);

/** Every resource with a wildcard, and why. */
const wildcards: readonly { readonly actions: RegExp; readonly resource: RegExp; readonly why: string }[] = [
  {
    actions: /^s3:(Get|Put)Object$/,
    resource: /\/bodies\/\*"/,
    why: 'objects under one prefix, named by their delivery',
  },
  { actions: /^dynamodb:ListStreams$/, resource: /^"\*"$/, why: 'takes no narrower resource' },
  {
    actions: /^logs:(\w+LogDelivery|ListLogDeliveries|\w+ResourcePolic\w+|DescribeLogGroups)$/,
    resource: /^"\*"$/,
    why: 'Step Functions log delivery takes no narrower resource',
  },
  {
    actions: /^ec2:(Create|Describe|Delete)NetworkInterfaces?$|^ec2:DescribeSubnets$/,
    resource: /^"\*"$/,
    why: 'network interfaces of a function in a VPC',
  },
  { actions: /^cloudwatch:GetMetricData$/, resource: /^"\*"$/, why: 'takes no narrower resource' },
];

describe('a warehouse’s queue', () => {
  it('is read by those whom the merchant’s file names, and by nobody else of outside', () => {
    const readers = ofType(returns, 'AWS::SQS::QueuePolicy').flatMap(([id, { Properties }]) => {
      const { Statement: own } = Properties.PolicyDocument as { Statement: (Statement & { Principal: unknown })[] };
      return own
        .filter(({ Principal }) => JSON.stringify(Principal).includes(':iam::'))
        .map(({ Action, Principal }) => [
          id.replace(/Queue.*$/, ''),
          JSON.stringify(Principal),
          listOf(Action).toSorted(),
        ]);
    });

    expect(readers).toEqual([
      [
        'WarehouseKunshan',
        '{"AWS":"arn:aws-cn:iam::210987654321:role/wms-kunshan"}',
        [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
      ],
    ]);
  });
});

describe('permissions', () => {
  it('name every action', () => {
    const actions = statements.flatMap(([, { Action }]) => listOf(Action));
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('have no wildcard in a resource but those with a reason', () => {
    const wild = statements.flatMap(([id, { Action, Resource: resource }]) =>
      listOf(resource)
        .map((each) => JSON.stringify(each))
        .filter((text) => text.includes('*'))
        .flatMap((text) => listOf(Action).map((action) => ({ id, action, text }))),
    );
    const unexplained = wild.filter(
      ({ action, text }) => !wildcards.some((each) => each.actions.test(action) && each.resource.test(text)),
    );
    expect(unexplained).toEqual([]);
    expect(wild.length).toBeGreaterThan(0);
  });

  it('use no managed policy', () => {
    const roles = [...ofType(returns, 'AWS::IAM::Role'), ...ofType(data, 'AWS::IAM::Role')];
    expect(roles.filter(([, { Properties }]) => Properties.ManagedPolicyArns)).toEqual([]);
  });

  it('let receive-webhook read the signing secrets of its channels and nothing of the table', () => {
    const text = JSON.stringify(allowedTo('DoorReceiveWebhook'));
    expect(text.match(/secret:backhaul\/lanyu\/[\w/-]+-\?{6}/g)).toHaveLength(9);
    expect(text).not.toContain('/token');
    expect(text).not.toContain('dynamodb:');
  });

  it('let serve-api read and not write', () => {
    const actions = allowedTo('DoorServeApi').flatMap(({ Action }) => listOf(Action));
    expect([...new Set(actions.filter((action) => action.startsWith('dynamodb:')))].sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
    expect([...new Set(actions.filter((action) => !/^(dynamodb|logs):/.test(action)))].sort()).toEqual([
      'cloudwatch:GetMetricData',
      'sqs:GetQueueAttributes',
    ]);
  });

  it('let serve-board write its log, and nothing else: it has no data, and asks for none', () => {
    const actions = allowedTo('BoardServeBoard').flatMap(({ Action }) => listOf(Action));

    expect(actions.sort()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('let take-acts read records, policy and deliveries, put records, have a delivery read anew, and nothing else', () => {
    const own = allowedTo('ActingTakeActs').filter(
      ({ Action }) => !listOf(Action).every((each) => /^logs:/.test(each)),
    );
    const allowed = own.map(({ Action, Condition }) => [listOf(Action), JSON.stringify(Condition)]);

    expect(allowed).toEqual([
      [
        ['dynamodb:GetItem', 'dynamodb:Query'],
        expect.stringContaining('["CASE#*","PARCEL#*","ORDER#*","POLICY*","DELIVERY#*"]'),
      ],
      [['dynamodb:PutItem'], expect.stringContaining('["CASE#*","PARCEL#*","ORDER#*"]')],
      [['sqs:SendMessage'], undefined],
    ]);
  });

  it('C13: let serve-api look into the indexes of lists and of what was not understood, and into no other', () => {
    const text = JSON.stringify(allowedTo('DoorServeApi').flatMap(({ Resource: resource }) => listOf(resource)));
    expect(text.match(/\/index\/[\w*]+/g)).toEqual(['/index/gsi3', '/index/gsi4']);
  });

  it('let only record-observations and take-acts write records; others write their own partitions', () => {
    const ofDemo = statementsOf(synthesize(readMerchant('demo')).returns);
    const writers = ofDemo.filter(([, { Action }]) =>
      listOf(Action).some((action) => /^dynamodb:(Put|Update|Delete|Batch|Transact)/.test(action)),
    );
    const keysOf = ({ Condition }: Statement) => JSON.stringify(Condition ?? null);
    expect(Object.fromEntries(writers.map(([id, statement]) => [id.replace(/Role$/, ''), keysOf(statement)]))).toEqual({
      RecordingRecordObservations: 'null',
      ActingTakeActs: '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["CASE#*","PARCEL#*","ORDER#*"]}}',
      ReadingReconcileStores: '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["CURSOR#*"]}}',
      TimersSweepDeadlines: '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["CURSOR#*"]}}',
      DeliveringDeliverToWarehouse: '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["CALL#*"]}}',
      NotifyingNotify: '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["NOTIFIED#*"]}}',
    });
  });
});
