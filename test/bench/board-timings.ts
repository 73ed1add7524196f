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
  count: () => document.querySelector('.cases-count [role=status]')?.textContent ?? '',
  order: () => [...document.querySelectorAll('thead th')].map((each) => each.getAttribute('aria-sort')).join(),
  async type(text) {
    const box = document.querySelector('.cases-search textarea');
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
      () => document.querySelectorAll('.stage-tabs button')[index].click(),
      () => this.count() !== before,
    );
  },
  async sort(index) {
    const before = this.order();
    return await this.until(() => document.querySelectorAll('thead th button')[index].click(), () => this.order() !== before);
  },
  async scroll(frames, step) {
    const box = document.querySelector('.case-table');
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

/** Milliseconds of one thing that somebody does. */
export interface Timing {
  /** By the clock, from then to what it brings about on the screen. */
  readonly wallMs: number;
  /** That the page's main thread worked for it: what it takes by the clock on a machine that does nothing else, but for waiting for a frame. */
  readonly cpuMs: number;
}

export interface Timings {
  readonly filter: readonly Timing[];
  readonly sort: readonly Timing[];
  /** Milliseconds from frame to frame. */
  readonly frames: readonly number[];
}

/** None of them stands in every case. */
const words = ['SHOE-RED-7', 'SO-12', 'RED-3', '跑步鞋 RED-21', 'RMA-0001', 'SO-7'];
const columns = 5;
const filters = [...words.flatMap((word) => [`type(${JSON.stringify(word)})`, "type('')"]), 'tab(1)', 'tab(0)'];
const sorts = Array.from({ length: columns }, (_, column) => [`sort(${column})`, `sort(${column})`]).flat();

/** What is typed, chosen and scrolled on the page of all cases; everything once before, since what runs first is compiled first. */
export async function timingsOf(page: Page): Promise<Timings> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const timed = async (scripts: readonly string[]) => {
    const timings: Timing[] = [];
    for (const script of scripts) {
      const before = await workedMs();
      const wallMs = (await page.evaluate(`measured.${script}`)) as number;
      timings.push({ wallMs, cpuMs: (await workedMs()) - before });
    }
    return timings;
  };
  await page.evaluate(inPage);
  await timed([...filters, ...sorts]);
  const [filter, sort] = [await timed(filters), await timed(sorts)];
  const frames = (await page.evaluate('measured.scroll(240, 700)')) as number[];
  await session.detach();
  return { filter, sort, frames };
}
