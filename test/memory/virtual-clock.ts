interface Event {
  readonly at: number;
  readonly happen: () => unknown;
}

const settle = setImmediate;

/** Time that passes only when it is told to: from one planned event to the next. */
export class VirtualClock {
  now: number;
  readonly #events: Event[] = [];

  constructor(begin: number) {
    this.now = begin;
  }

  /** @returns a way to call it off. */
  at(time: number, happen: Event['happen']): () => void {
    const event = { at: Math.max(time, this.now), happen };
    this.#events.splice(this.#placeOf(event.at), 0, event);
    return () => {
      const index = this.#events.indexOf(event);
      if (index >= 0) {
        this.#events.splice(index, 1);
      }
    };
  }

  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.at(this.now + ms, resolve));
  }

  /** Lets events happen, in order, until then, or until it is enough. Whatever one sets going comes to rest before the next. */
  async run(until: number, isEnough: () => boolean = () => false): Promise<void> {
    while (!isEnough()) {
      const next = this.#events[0];
      if (!next || next.at > until) {
        return;
      }
      this.#events.shift();
      this.now = next.at;
      await next.happen();
      await new Promise((resolve) => settle(resolve));
    }
  }

  /** Behind all events of the same time. */
  #placeOf(time: number): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.at ?? 0) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
