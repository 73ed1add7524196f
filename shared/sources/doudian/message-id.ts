/** The sender's own id of a message; published examples spell it in two ways. Never throws, whatever the message is. */
export function messageIdOf(message: unknown): string | undefined {
  const { msg_id: id, msgId } = Object(message) as Record<string, unknown>;
  return [id, msgId].find((each): each is string => typeof each === 'string' && each !== '');
}
