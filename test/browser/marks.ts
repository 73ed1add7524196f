import type { Page } from 'playwright-core';
import { turnsRound } from './seed.ts';

/*
 * Runs in the page. A mark that turns letters round reaches to the end of what isolates it (the Unicode Bidirectional Algorithm, UAX 9): where that holds more than the text
 * itself, other words are turned round, too.
 */
const finding = `(mark) => {
  const stray = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.textContent.includes(mark)) continue;
    let element = node.parentElement;
    while (element && !/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)) element = element.parentElement;
    const words = element ? element.textContent.trim() : '';
    if (words !== node.textContent.trim()) stray.push(words.slice(0, 200));
  }
  return stray;
}`;

/** Where a mark in what somebody wrote turns more round than that. */
export async function strayMarks(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`(${finding})(${JSON.stringify(turnsRound)})`)) as string[];
}
