import type { Page } from 'playwright-core';

/*
 * Runs in the page. A time is from what somebody does to when what it brings about is painted: the frame in which it shows is drawn once the frame's own callbacks are over, and
 * a message that is posted in them comes after that.
 */
const inPage = `
window.measured = {
  async until(act, isThere) {
    const begin = performance.now();
    act();
    while (!isThere()) {
      if (performance.now() - begin > 20000) throw new Error('nothing changed');
      await new Promise((next) => requestAnimationFrame(next));
    }
    await new Promise((painted) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => painted();
      channel.port2.postMessage(0);
    }));
    return performance.now() - begin;
  },
  count: () => document.querySelector('[role=status]')?.textContent ?? '',
  first: () => document.querySelector('tbody tr:not([aria-hidden])')?.textContent ?? '',
  async type(text) {
    const box = document.querySelector('textarea');
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
    const before = this.count();
    return await this.until(() => {
      set.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, () => this.count() !== before);
  },
  async tab(index) {
    const before = this.count();
    return await this.until(
      () => document.querySelectorAll('[role=group] button[aria-pressed]')[index].click(),
      () => this.count() !== before,
    );
  },
  async sort(index) {
    const before = this.first();
    return await this.until(() => document.querySelectorAll('thead th button')[index].click(), () => this.first() !== before);
  },
  async scroll(frames, step) {
    const box = document.querySelector('section[tabindex]');
    const times = [];
    let last = performance.now();
    for (let n = 0; n < frames; n += 1) {
      box.scrollTop += step;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  },
};`;

export interface Timings {
  /** Milliseconds. */
  readonly filter: readonly number[];
  readonly sort: readonly number[];
  /** Milliseconds from frame to frame. */
  readonly frames: readonly number[];
}

const words = ['SHOE-RED-7', 'SO-12', 'SHOE-RED-3', 'buyer-99', 'SOCK', '跑步', 'RMA-0001', 'SO-7'];
const columns = 5;

/** What is typed, chosen and scrolled on the page of all cases; everything once before, since what runs first is compiled first. */
export async function timingsOf(page: Page): Promise<Timings> {
  await page.evaluate(inPage);
  const run = async (script: string) => (await page.evaluate(`measured.${script}`)) as number;
  const filter: number[] = [];
  const sort: number[] = [];
  for (const isWarm of [false, true]) {
    const [filters, sorts]: number[][] = [[], []];
    for (const word of words) {
      filters?.push(await run(`type(${JSON.stringify(word)})`), await run(`type('')`));
    }
    filters?.push(await run('tab(1)'), await run('tab(0)'));
    for (let column = 0; column < columns; column += 1) {
      sorts?.push(await run(`sort(${column})`), await run(`sort(${column})`));
    }
    if (isWarm) {
      filter.push(...(filters ?? []));
      sort.push(...(sorts ?? []));
    }
  }
  const frames = (await page.evaluate('measured.scroll(240, 700)')) as number[];
  return { filter, sort, frames };
}
