import { Fault } from '#shared/fault/fault.ts';
import { CallFailedError } from '#shared/http/call-failed-error.ts';
import { type CallOptions, guardedPost } from '#shared/http/guarded-post.ts';
import { parseBody } from '#shared/sources/parse-body.ts';
import { createMailRobot } from './mail.ts';
import type { PublishMail, Robot, RobotAnswer, RobotCall, RobotForm, RobotSecret, Said } from './robot.ts';
import { robotForms } from './robots.ts';

/** A robot that hangs must not take the time of a whole run. */
const timeoutMs = 5_000;
const mostBytes = 16 * 1024;

export interface RobotOptions extends CallOptions {
  /** What a robot is called by, by its id. */
  readonly secretOf: (robotId: string) => Promise<RobotSecret>;
  readonly publishMail: PublishMail;
}

/** All ways of telling people behind one: which it is stands with the robot. */
export function openRobots({ secretOf, publishMail, allowLoopback, post = guardedPost }: RobotOptions): Robot {
  const mail = createMailRobot(publishMail);
  return {
    async tell(call) {
      const { kind, id, url: usual } = call.robot;
      if (kind === 'mail') {
        return await mail.tell(call);
      }
      const { url = usual, secret } = await secretOf(id);
      if (url === undefined || !URL.canParse(url)) {
        return { kind: 'refused', reason: 'has no address' };
      }
      const by = { url, ...(secret !== undefined && { secret }) };
      return await tellByPost(robotForms[kind], call, by, { allowLoopback, post });
    },
  };
}

async function tellByPost(
  form: RobotForm,
  { notice, now }: RobotCall,
  by: { readonly url: string; readonly secret?: string },
  { allowLoopback, post }: Required<CallOptions>,
): Promise<RobotAnswer> {
  try {
    const { url, headers, body } = form.write(notice, by, now);
    const request = { url, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
    const answer = await post({ ...request, timeoutMs, mostBytes, allowLoopback });
    return form.read({ status: answer.status, said: saidIn(answer.body) });
  } catch (error) {
    return answerFor(error);
  }
}

/** What is wrong with one robot's settings is its own: others go on. */
function answerFor(error: unknown): RobotAnswer {
  if (error instanceof CallFailedError) {
    return { kind: error.reason === 'refused-address' ? 'refused' : 'silent', reason: error.reason };
  }
  if (error instanceof Fault && error.code === 'secret-malformed') {
    return { kind: 'refused', reason: error.code };
  }
  throw error;
}

function saidIn(body: Uint8Array): Said {
  const parsed = parseBody(body, JSON.parse);
  return parsed.ok ? Object(parsed.value) : {};
}
