import type { Page } from 'playwright-core';

interface Watching {
  /** Whom the page may talk to: itself, and whoever vouches for people. */
  readonly own: readonly string[];
  readonly forgive?: RegExp;
}

/** @returns what goes wrong from now on; it grows. A violation of the policy is an error on the console. */
export function watch(page: Page, { own, forgive }: Watching): readonly string[] {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!forgive?.test(fault)) {
      faults.push(fault);
    }
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) {
      note(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => note(`threw: ${error.message}`));
  page.on('dialog', (dialog) => {
    // What a name made the page do.
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!(own.includes(url.origin) || /^(data|blob|about):$/.test(url.protocol))) {
      note(`asked ${url.origin}`);
    }
  });
  return faults;
}
