import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { openMailTopics } from '#shared/aws/mail-topics.ts';
import { openRobotSecrets } from '#shared/aws/robot-secrets.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { RobotSettings } from '#shared/merchant/notify.ts';
import { layoutOf } from '#shared/notifying/layout.ts';
import { testNotice } from '#shared/notifying/test-notice.ts';
import { openRobots } from '#shared/robots/open-robots.ts';
import type { RobotAnswer } from '#shared/robots/robot.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { secretPrefix } from '../../infra/parts/channel-secrets.ts';
import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { localeOf } from './locale-option.ts';
import { findDeployed, localClient } from './read-outputs.ts';

const help = `Sends a test message by each robot of a merchant, or by one, and prints what each answered. It takes one of the messages that a robot may be
sent in a minute. 用每个机器人（或其中一个）发一条测试消息，并打印它的回答。

  npm run notify:test                              by all robots of what npm start deployed
  npm run notify:test -- <robot>                   by one
  npm run notify:test -- --lang en                 in English; else in the merchant's own language
  npm run notify:test -- --merchant <merchant>     by those of what npm run deploy:local deployed
  npm run notify:test -- --aws --merchant <merchant> [--topics '{"<mail robot>":"<topic ARN>"}']     on AWS, with your own credentials and region

ok: it was shown. busy: it was told too much, wait as long as it says. refused: look at the code; mostly the secret is another than the platform's
(npm run secret -- notify/<robot>), or the robot was taken out of the group. silent: nothing answers at its address.`;

const options = {
  merchant: { type: 'string', default: 'demo' },
  lang: { type: 'string' },
  aws: { type: 'boolean', default: false },
  topics: { type: 'string', default: '{}' },
  help: { type: 'boolean', short: 'h' },
} as const;

const words: Readonly<Record<'zh-CN' | 'en', Readonly<Record<RobotAnswer['kind'], string>>>> = {
  'zh-CN': { ok: '已送达', busy: '限流', refused: '被拒绝', silent: '没有回答' },
  en: { ok: 'ok', busy: 'busy', refused: 'refused', silent: 'silent' },
};

function readValues() {
  return readArguments(options);
}

async function run({ words: [name, ...more], merchant: of, lang, aws, topics }: ReturnType<typeof readValues>) {
  const merchant = readMerchant(of);
  const robots = robotsNamed(merchant, more.length > 0 ? [name, ...more].join(' ') : name);
  const locale = lang === undefined ? merchant.locale : localeOf(lang);
  const layout = layoutOf({ ...merchant, locale });
  const robot = openRobots({ ...(await placeOf(merchant, aws ? topics : undefined)), allowLoopback: merchant.demo });
  for (const settings of robots) {
    const notice = testNotice(settings.id, randomUUID(), [], layout);
    const answer = await robot.tell({ robot: settings, notice, now: new Date() });
    const why = 'reason' in answer ? ` (${answer.reason})` : '';
    console.log(`${settings.id} (${settings.kind}): ${words[locale][answer.kind]}${why}`);
    process.exitCode = answer.kind === 'ok' ? process.exitCode : 1;
  }
}

function robotsNamed({ merchant, notify: { robots } }: Merchant, name: string | undefined): readonly RobotSettings[] {
  const ids = robots.map(({ id }) => id);
  const found = robots.filter(({ id }) => name === undefined || id === name);
  if (found.length === 0) {
    const known = `there are: ${ids.join(', ') || 'none'}${didYouMean(name ?? '', ids)}`;
    throw new Error(name === undefined ? `${merchant} has no robots.` : `There is no robot ${name}; ${known}`);
  }
  return found;
}

/** @param topics - Where it is on AWS; else what was deployed here says it. */
async function placeOf(merchant: Merchant, topics: string | undefined) {
  const outputs = topics === undefined ? await findDeployed(merchant.merchant) : undefined;
  const config = outputs ? localClient(outputs) : {};
  return {
    secretOf: openRobotSecrets(new SecretsManagerClient(config), secretPrefix({ merchant }), Date.now),
    publishMail: openMailTopics(new SNSClient(config), topics ?? JSON.stringify(outputs?.mailTopics ?? {})),
  };
}

await runScript({ command: 'npm run notify:test', help, read: readValues, run });
