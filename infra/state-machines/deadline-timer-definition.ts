export interface DeadlineTimerTargets {
  readonly partition: string;
  readonly tableName: string;
  readonly strikesUrl: string;
}

export type State = Readonly<Record<string, unknown>> & { readonly Type: string; readonly Next?: string };

/** While a deployment takes its place, the release before still starts clocks: for the reminder. */
const strikesAt = '($exists($states.input.at) ? $states.input.at : $states.input.remindAt)';
const recordName =
  "($exists($states.input.parcel) ? {'parcel': $states.input.parcel} : {'caseKey': $states.input.caseKey})";
const notOpen = "$error('the deadline is met, moved or gone')";

/**
 * The clock of one strike of a deadline in Amazon States Language: wait, look, tell. Started with what shared/aws/strike-execution.ts makes,
 * within the hour before the strike. Looking at a deadline that is no longer open ends the execution through a caught error and not through
 * a Choice, which would be one more billed transition. Billed are the states entered and the start: 4 either way.
 */
export function deadlineTimerDefinition(targets: DeadlineTimerTargets): {
  StartAt: string;
  QueryLanguage: string;
  States: Record<string, State>;
} {
  return {
    StartAt: 'WaitForStrike',
    QueryLanguage: 'JSONata',
    States: {
      WaitForStrike: { Type: 'Wait', Timestamp: `{% ${strikesAt} %}`, Next: 'Look' },
      Look: lookState(targets),
      Tell: tellState(targets),
      NothingToTell: { Type: 'Succeed' },
    },
  };
}

/** Throttling and passing faults: tried for some ten minutes, apart from each other. */
const retries = {
  ErrorEquals: ['States.ALL'],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 120,
  MaxAttempts: 9,
  JitterStrategy: 'FULL',
};

/** Reads this one deadline out of the snapshot, consistently, and goes on while it is open. */
function lookState({ partition, tableName }: DeadlineTimerTargets): State {
  return {
    Type: 'Task',
    Resource: `arn:${partition}:states:::dynamodb:getItem`,
    Arguments: {
      TableName: tableName,
      Key: { pk: { S: '{% $states.input.pk %}' }, sk: { S: 'SNAPSHOT' } },
      ConsistentRead: true,
      ProjectionExpression: '#snapshot.#deadlines.#id',
      ExpressionAttributeNames: {
        '#snapshot': 'snapshot',
        '#deadlines': 'deadlines',
        '#id': '{% $states.input.deadlineId %}',
      },
    },
    Output: `{% ($deadline := $states.result.Item.snapshot.M.deadlines.M.*.M; $exists($deadline) and $not($exists($deadline.metAt)) ? $states.input : ${notOpen}) %}`,
    Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 0 }, retries],
    Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'NothingToTell' }],
    Next: 'Tell',
  };
}

/** Tells the one writer of records to look at the record, in the form of an inbox message. */
function tellState({ partition, strikesUrl }: DeadlineTimerTargets): State {
  return {
    Type: 'Task',
    Resource: `arn:${partition}:states:::sqs:sendMessage`,
    Arguments: {
      QueueUrl: strikesUrl,
      MessageBody: `{% $string($merge([{'kind': 'strike', 'at': ${strikesAt}}, ${recordName}])) %}`,
    },
    Retry: [retries],
    End: true,
  };
}
