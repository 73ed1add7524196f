import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../run/command.ts';
import type { Chromium } from './chromium.ts';

const folder = join(import.meta.dirname, '../../.local/chromium');
const family = 'Noto Sans S Chinese';

/**
 * What a browser needs in its environment to write Chinese: nothing where the system has a font for it, else a configuration of fontconfig that adds the one of the
 * package `@embedpdf/fonts-sc`. Only Linux goes by that; the other systems bring Chinese fonts.
 */
export async function fontsFor({ isPackaged }: Chromium): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux' || (!isPackaged && (await hasChineseFont()))) {
    return {};
  }
  const { resolve } = createRequire(import.meta.url);
  const fonts = join(dirname(resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  await writeFile(file, configuration([fonts, '/usr/share/fonts', join(homedir(), '.fonts')]));
  return { FONTCONFIG_FILE: file };
}

async function hasChineseFont(): Promise<boolean> {
  const { code, stdout } = await runCommand('fc-list', [':lang=zh', 'family']);
  return code === 0 && stdout.trim() !== '';
}

function configuration(folders: readonly string[]): string {
  const preferred = ['sans-serif', 'system-ui'].map(
    (name) => `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((each) => `<dir>${escaped(each)}</dir>`),
    `<cachedir>${escaped(join(folder, 'font-cache'))}</cachedir>`,
    ...preferred,
    // Whoever asks for no family at all gets that one, too: so Chromium asks what the system writes its own texts in.
    `<match target="pattern"><edit name="family" mode="append_last"><string>${family}</string></edit></match>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
