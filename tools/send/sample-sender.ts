import type { Channel, Merchant } from '#shared/merchant/merchant.ts';

/** Who posts a sample, to whom it speaks, and when. */
export interface Occasion {
  readonly channel: Channel;
  readonly merchant: Merchant;
  /** The signing secret of the channel. */
  readonly secret: string;
  readonly now: Date;
  /** Another one for each run, so that it is another delivery. */
  readonly run: string;
}

/** A request as it leaves the sender. */
export interface SampleRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawQuery?: string;
  readonly body: Buffer;
}

/**
 * How one source posts a sample of each type that it has: a file of `tools/send/senders`, named for its source.
 * A sample is the content that `--field` changes; all around it is put there by {@link SampleSender.post}.
 */
export interface SampleSender {
  readonly source: string;
  /** Where a path of `--field` begins, for the help. */
  readonly content: string;
  /** Each type, and the roles whose channels may send it; all of them where not given. */
  readonly types: Readonly<Record<string, readonly Channel['role'][] | undefined>>;
  /** What may stand at the top of the content, where that is known. */
  fieldsOf?(type: string): readonly string[];
  sampleOf(type: string, occasion: Occasion): unknown;
  /** Signs as the real sender does. */
  post(type: string, content: unknown, occasion: Occasion): SampleRequest;
}
