import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from '../run/command.ts';
import type { Chromium } from './chromium.ts';

const folder = join(import.meta.dirname, '../../.local/chromium');

/**
 * What a browser needs in its environment to write Chinese: nothing where the system has a font for it, else a configuration of fontconfig with the one of the
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
  await writeFile(file, configuration(fonts));
  return { FONTCONFIG_FILE: file };
}

async function hasChineseFont(): Promise<boolean> {
  const { code, stdout } = await runCommand('fc-list', [':lang=zh', 'family']);
  return code === 0 && stdout.trim() !== '';
}

/** That font alone: beside others, which one writes Latin letters would be left to chance, and pictures would differ from machine to machine. */
function configuration(fonts: string): string {
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${escaped(fonts)}</dir>`,
    `<cachedir>${escaped(join(folder, 'font-cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
