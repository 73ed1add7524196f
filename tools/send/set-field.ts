import { didYouMean } from '../../infra/did-you-mean.ts';

type Node = Record<string, unknown>;

/**
 * Sets one field of a value, as `path=value`: `lines.0.sku=SHOE-41`. The value is JSON where it reads as JSON, else a text; what holds the field
 * must be there.
 * @param known - What may stand at the top, where that is known: a misspelt field would be ignored, as any other that is of no type.
 * @throws Error that says what is wrong with the path, and what there is.
 */
export function setField(content: unknown, assignment: string, known?: readonly string[]): void {
  const [, path = '', text = ''] = /^([^=]+)=(.*)$/s.exec(assignment) ?? [];
  if (path === '') {
    throw new Error(`--field ${assignment}: say <path>=<value>, such as caseId=RMA-7 or lines.0.quantity=2.`);
  }
  const steps = path.split('.');
  const [top = ''] = steps;
  if (known && !known.includes(top)) {
    throw new Error(
      `--field ${path}: there is no field ${top}; there are: ${known.join(', ')}${didYouMean(top, known)}`,
    );
  }
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => (isNode(at) ? at[step] : undefined), content);
  if (!isNode(holder)) {
    throw new Error(`--field ${path}: there is no ${steps.join('.')} in this sample; it has: ${namesIn(content)}.`);
  }
  holder[last] = parsedOf(text);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function namesIn(content: unknown): string {
  return isNode(content) ? Object.keys(content).join(', ') : 'nothing';
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
