import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localFolderOf } from './read-outputs.ts';

/** Without what is mistaken for another when it is typed off a screen. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789';
const drawn = 10;
const mineOnly = 0o600;

/**
 * The password of all demo users of a merchant that was deployed here. It is drawn once and kept in `.local`: whoever signs them in later finds the same one, so
 * that what was printed before goes on to work.
 */
export function demoPassword(merchant: string, folder?: string): string {
  const kept = localFolderOf(merchant, folder);
  const file = join(kept, 'demo-password');
  mkdirSync(kept, { recursive: true });
  try {
    writeFileSync(file, drawPassword(), { flag: 'wx', mode: mineOnly });
  } catch (error) {
    if (Object(error).code !== 'EEXIST') {
      throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** As the pool wants it: a capital, a small letter, a digit and a sign. */
function drawPassword(): string {
  return `Demo2-${Array.from({ length: drawn }, () => characters.charAt(randomInt(characters.length))).join('')}`;
}
