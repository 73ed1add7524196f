const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
const ellipsis = '…';

/** How many columns a terminal gives it: two for Chinese characters and the like. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);
}

/** With blanks behind it, so that it takes so many columns; what is wider stays as it is. */
export function padTo(text: string, columns: number): string {
  return `${text}${' '.repeat(Math.max(0, columns - widthOf(text)))}`;
}

/** Cut at its end so that it takes at most so many columns. */
export function clipTo(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${headOf(text, columns - 1)}${ellipsis}`;
}

/** Cut in its middle: of a long id both ends tell something. */
export function clipMiddle(text: string, columns: number): string {
  if (widthOf(text) <= columns) {
    return text;
  }
  const tail = Math.floor((columns - 1) / 2);
  const reversed = [...text].reverse().join('');
  return `${headOf(text, columns - 1 - tail)}${ellipsis}${[...headOf(reversed, tail)].reverse().join('')}`;
}

function headOf(text: string, columns: number): string {
  let head = '';
  for (const char of text) {
    if (widthOf(head) + widthOf(char) > columns) {
      break;
    }
    head += char;
  }
  return head;
}

/** In lines of at most so many columns. It breaks at blanks, and between Chinese characters; a longer word stays whole. */
export function wrapTo(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** What may not begin a line stays with what is before it. */
const closing = /^[，。；：、！？）」』》…]/u;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const char of text) {
    const last = pieces.length - 1;
    const joins = closing.test(char) || char === ' ' || (isOpen && !wide.test(char));
    if (joins && last >= 0) {
      pieces[last] += char;
    } else {
      pieces.push(char);
    }
    isOpen = char !== ' ' && !wide.test(char);
  }
  return pieces;
}
