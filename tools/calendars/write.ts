import { writeFileSync } from 'node:fs';
import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { presetText, publicDaysOf, wishOf } from './preset.ts';

const help = `Writes shared/policy/calendars/<country>.json: the holidays and make-up workdays of some years, as dates. The bundled policy goes by it.

  npm run calendar -- cn 2025 2026     from the first year to the last

country: cn. The days are the library's, chinese-days, which follows the notices of the State Council; those of the next year come in
November, as a rule: npm install --save-dev --save-exact chinese-days@latest, then this. A test fails while the file is behind the library.`;

await runScript({
  command: 'npm run calendar',
  help,
  read: () => readArguments({ help: { type: 'boolean', short: 'h' } }),
  run: async ({ words }) => {
    const { country, first, last } = wishOf(words);
    const path = `shared/policy/calendars/${country}.json`;
    const days = publicDaysOf(first, last);
    writeFileSync(new URL(`../../${path}`, import.meta.url), presetText(days));
    console.log(`wrote ${path}: ${first} to ${last}, from ${days.source}`);
  },
});
