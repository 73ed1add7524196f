import * as z from 'zod';
import { locales } from '#shared/words/locale.ts';

/** For people, in every language. */
export const texts = z
  .object({ 'zh-CN': z.string(), en: z.string() })
  .meta({ id: 'Texts', description: 'One text in every language.' });

export const locale = z.enum(locales).meta({ id: 'Locale', description: 'A language.' });
