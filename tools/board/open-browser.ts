import { type Browser, chromium as chromiumOfPlaywright } from 'playwright-core';
import { type Chromium, findChromium } from './chromium.ts';
import { fontsFor } from './fonts.ts';

/** Starts the Chromium that is found, with a font for Chinese. @throws Error with one sentence where there is none. */
export async function openBrowser(chromium?: Chromium): Promise<Browser> {
  const found = chromium ?? (await findChromium());
  // Without a language that writes in UTF-8, Linux takes no Chinese name of a file.
  const env = { LANG: 'C.UTF-8', ...(process.env as Record<string, string>), ...(await fontsFor(found)) };
  return await chromiumOfPlaywright.launch({ executablePath: found.path, args: [...found.args], env, headless: true });
}
