import type { RobotKind } from '#shared/merchant/notify.ts';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import type { RobotForm } from './robot.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

/** Robots that are posted to: one more is one more file and a line here; its kind stands in shared/merchant/notify.ts. */
export const robotForms: Readonly<Record<Exclude<RobotKind, 'mail'>, RobotForm>> = { dingtalk, feishu, wecom, webhook };
