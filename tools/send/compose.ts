import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';
import type { Occasion, SampleRequest, SampleSender } from './sample-sender.ts';
import { setField } from './set-field.ts';

/** What to send, as whoever sends it says. */
export interface Wish {
  readonly type: string;
  /** The first one that may send this type, where not given. */
  readonly channelName?: string | undefined;
  readonly fields: readonly string[];
}

/** @throws Error that says which channels there are. */
export function channelFor(
  { source, types }: SampleSender,
  { type, channelName }: Wish,
  { merchant, channels }: Pick<Merchant, 'merchant' | 'channels'>,
): Channel {
  if (!Object.hasOwn(types, type)) {
    throw new Error(
      `A ${source} sender has no type "${type}"; it has: ${Object.keys(types).join(', ')}${didYouMean(type, Object.keys(types))}`,
    );
  }
  const own = channels.filter((each) => each.source === source);
  const able = own.filter(({ role }) => types[type]?.includes(role) ?? true);
  const found = channelName === undefined ? able[0] : own.find(({ channel }) => channel === channelName);
  if (!found) {
    const roles = types[type]?.join(' or ') ?? 'any';
    throw new Error(
      `${merchant} has no ${source} channel ${channelName ?? `of the role ${roles}, which ${type} needs`}; it has: ` +
        `${own.map(({ channel, role }) => `${channel} (${role})`).join(', ') || 'none'}.`,
    );
  }
  return found;
}

/** The sample, changed as wished and signed. */
export function compose(sender: SampleSender, { type, fields }: Wish, occasion: Occasion): SampleRequest {
  const content = sender.sampleOf(type, occasion);
  const known = sender.fieldsOf?.(type);
  for (const field of fields) {
    setField(content, field, known);
  }
  return sender.post(type, content, occasion);
}
