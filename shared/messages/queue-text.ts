/** A message as a queue takes it. */
export interface QueueText {
  readonly text: string;
  /** How long nobody gets it: at most 900. */
  readonly delaySeconds?: number;
}
