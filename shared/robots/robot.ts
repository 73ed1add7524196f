import type { RobotSettings } from '#shared/merchant/notify.ts';

/** What people are told, before any platform's form. The texts hold no markup: each robot sees to it that they stay so on its platform. */
export interface Notice {
  /** The same whenever the same is told, so that a receiver can drop what it had. */
  readonly id: string;
  readonly type: 'notice.ring' | 'notice.digest';
  readonly isUrgent: boolean;
  /** Without the end of a line. */
  readonly title: string;
  /** Each without the end of a line. */
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
  /** Who is called by name. */
  readonly people: readonly Called[];
  /** The same for a program. No personal data. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A person's accounts, as the merchant's file has them. */
export interface Called {
  readonly dingtalk?: string | undefined;
  readonly feishu?: string | undefined;
  readonly wecom?: string | undefined;
}

/** What a robot is called by: the secret `notify/<robot>`. */
export interface RobotSecret {
  readonly url?: string;
  /** Absent where the robot does not sign. */
  readonly secret?: string;
}

export interface RobotCall {
  readonly robot: RobotSettings;
  readonly notice: Notice;
  readonly now: Date;
}

export type RobotAnswer =
  | { readonly kind: 'ok' }
  /** It was told too much. It takes nothing for so long. */
  | { readonly kind: 'busy'; readonly reason: string; readonly pauseMinutes: number }
  /** It knows us, and says no; or it cannot be called as it is set up. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is no answer: nobody knows whether it was told. */
  | { readonly kind: 'silent'; readonly reason: string };

/** One way of telling people. Throws only for what a retry mends: a secret that cannot be read, say. */
export interface Robot {
  tell(call: RobotCall): Promise<RobotAnswer>;
}

/** What a robot of a platform is: how its message is written, and what its answer means. */
export interface RobotForm {
  /** The hosts whose addresses its platform gives out; any where empty. */
  readonly hosts: readonly string[];
  /** What its `secret` has to be. */
  readonly secretForm: string;
  /** @throws Fault where the secret is none. */
  write(notice: Notice, by: Required<Pick<RobotSecret, 'url'>> & RobotSecret, now: Date): RobotMessage;
  read(answer: { readonly status: number; readonly said: Said }): RobotAnswer;
}

export interface RobotMessage {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer's body: its members where it is a JSON object, else none. */
export type Said = Readonly<Record<string, unknown>>;

/** Sends a mail to all who are subscribed to a robot's topic. */
export type PublishMail = (robotId: string, subject: string, text: string) => Promise<void>;
