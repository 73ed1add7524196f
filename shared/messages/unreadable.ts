import { Fault } from '#shared/fault/fault.ts';

/** Nothing can be made of a message, however often it comes. @param what - Names fields, never what they hold. */
export function unreadable(what: string): Fault {
  const advice = 'look at the dead letter: whoever put it into the queue wrote something else';
  return new Fault('unreadable-message', what, { advice, lasting: true });
}
