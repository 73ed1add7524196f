export interface DeadlineTimerTargets {
  readonly partition: string;
  readonly tableName: string;
  readonly inboxUrl: string;
}

export type State = Readonly<Record<string, unknown>> & { readonly Type: string; readonly Next?: string };

const notOpen = "$error('the deadline is met, moved or gone')";

/**
 * The clock of one deadline in Amazon States Language: wait, look, tell; three times over. Started with what shared/timers/execution-input.ts makes. Looking at a deadline that is no longer
 * open ends the execution through a caught error and not through a Choice, which would be one more billed transition for each look.
 * Billed are the states entered and the start: 4 when met before the reminder, 7 when met after it, 9 to the breach, 4 per escalation.
 */
export function deadlineTimerDefinition(targets: DeadlineTimerTargets): {
  StartAt: string;
  QueryLanguage: string;
  States: Record<string, State>;
} {
  const look = (next: string) => lookState(targets, next);
  const tell = (phase: string, count: string, next: string) => tellState(targets, { phase, count, next });
  return {
    StartAt: 'WaitForReminder',
    QueryLanguage: 'JSONata',
    States: {
      WaitForReminder: { Type: 'Wait', Timestamp: '{% $states.input.remindAt %}', Next: 'LookBeforeReminder' },
      LookBeforeReminder: look('Remind'),
      Remind: tell('reminder', '0', 'WaitUntilDue'),
      WaitUntilDue: { Type: 'Wait', Timestamp: '{% $states.input.dueAt %}', Next: 'LookWhenDue' },
      LookWhenDue: look('TellDue'),
      TellDue: { ...tell('due', '0', 'AnyEscalationLeft'), Assign: { count: 0 } },
      AnyEscalationLeft: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $count < $states.input.escalations %}', Next: 'WaitToEscalate' }],
        Default: 'Done',
      },
      WaitToEscalate: {
        Type: 'Wait',
        Seconds: '{% $states.input.escalateEverySeconds %}',
        Next: 'LookBeforeEscalation',
      },
      LookBeforeEscalation: look('Escalate'),
      Escalate: { ...tell('escalation', '$count + 1', 'AnyEscalationLeft'), Assign: { count: '{% $count + 1 %}' } },
      Done: { Type: 'Succeed' },
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
function lookState({ partition, tableName }: DeadlineTimerTargets, next: string): State {
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
    Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done' }],
    Next: next,
  };
}

/** Sends a tick to the inbox, in the form of an inbox message. */
function tellState(
  { partition, inboxUrl }: DeadlineTimerTargets,
  { phase, count, next }: { phase: string; count: string; next: string },
): State {
  const tick = `{'fact': 'tick', 'deadlineId': $states.input.deadlineId, 'phase': '${phase}', 'count': ${count}, 'at': $now()}`;
  return {
    Type: 'Task',
    Resource: `arn:${partition}:states:::sqs:sendMessage`,
    Arguments: {
      QueueUrl: inboxUrl,
      MessageBody: `{% $string({'kind': 'tick', 'caseKey': $states.input.caseKey, 'tick': ${tick}}) %}`,
    },
    Output: '{% $states.input %}',
    Retry: [retries],
    Next: next,
  };
}
