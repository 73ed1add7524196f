import { existsSync, readFileSync } from 'node:fs';
import { rows } from '#shared/sources/standard/rows.ts';
import { describeData } from './fields.ts';

/** Each type with all that the page says of it. */
function types() {
  return [...rows].map(([type, { roles, summary, schema }]) => {
    const sentBy = roles.map((role) => `\`${role}\``).join(', ');
    return { type, summary, sentBy, ...describeData(type, schema), example: exampleOf(type) };
  });
}

/** @throws where a type has none. */
function exampleOf(type: string): string {
  const path = `test/fixtures/standard/${type.replaceAll('.', '-')}.body`;
  const file = new URL(`../../${path}`, import.meta.url);
  if (!existsSync(file)) {
    throw new Error(`${type} has no example: put one into ${path}`);
  }
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 2);
}

export function formsTable(): string {
  const forms = Object.assign({}, ...types().map((each) => each.forms)) as Readonly<Record<string, string>>;
  const named = Object.entries(forms).sort(([a], [b]) => (a < b ? -1 : 1));
  return tableOf(
    ['form', 'what it is'],
    named.map(([name, what]) => [`\`${name}\``, what]),
  );
}

export function typesTable(): string {
  return tableOf(
    ['type', 'what it says', 'sent by'],
    types().map(({ type, summary, sentBy }) => [`[\`${type}\`](#${type.replaceAll('.', '')})`, summary, sentBy]),
  );
}

export function typeSections(): string {
  return types()
    .map(({ type, summary, sentBy, rules, example, fields }) => {
      const table = tableOf(
        ['field of `data`', 'required', 'form', 'meaning'],
        fields.map(({ path, isRequired, form, meaning }) => [`\`${path}\``, isRequired ? 'yes' : 'no', form, meaning]),
      );
      const parts = [`### \`${type}\``, `${summary} Sent by: ${sentBy}.`, ...(rules ? [wrapped(rules)] : [])];
      return [...parts, `\`\`\`json\n${example}\n\`\`\``, table].join('\n\n');
    })
    .join('\n\n');
}

function tableOf(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...lines.map(line)].join('\n');
}

const widest = 140;

/** A paragraph in lines of at most so many characters. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    lines.splice(longer.length > widest ? lines.length : -1, 1, longer.length > widest ? word : longer);
  }
  return lines.join('\n');
}
