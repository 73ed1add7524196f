import type { Texts } from '#shared/words/locale.ts';

interface KeyRow {
  readonly key: string;
  readonly does: string;
  readonly name: Texts;
}

/** The keys of the list, in the order of their help. */
export const keyRows = [
  { key: 'j', does: 'next', name: { 'zh-CN': '下一条', en: 'next' } },
  { key: 'k', does: 'previous', name: { 'zh-CN': '上一条', en: 'previous' } },
  { key: 'Enter', does: 'open', name: { 'zh-CN': '打开', en: 'open' } },
  { key: 'c', does: 'claim', name: { 'zh-CN': '领取', en: 'claim' } },
  {
    key: 'o',
    does: 'back-office',
    name: { 'zh-CN': '打开店铺后台，并复制单号', en: 'open the back office and copy the number' },
  },
  { key: 'y', does: 'copy', name: { 'zh-CN': '复制单号', en: 'copy the number' } },
  { key: 'n', does: 'note', name: { 'zh-CN': '写备注', en: 'write a note' } },
  { key: '/', does: 'search', name: { 'zh-CN': '搜索', en: 'search' } },
  { key: '?', does: 'help', name: { 'zh-CN': '显示快捷键', en: 'show these keys' } },
] as const satisfies readonly KeyRow[];
export type KeyAct = (typeof keyRows)[number]['does'];

/** A key as it was pressed, and where. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** Name of the element that has the focus, in capitals, and whether one may write in it. */
  readonly inside: string;
  readonly isEditable: boolean;
}

const typedIn = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
/** They have a meaning of their own for Enter. */
const pressable = new Set(['A', 'BUTTON', 'SUMMARY']);

/** What a key does; nothing while somebody writes, or holds a key that makes it another. */
export function keyActOf(pressed: Pressed): KeyAct | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, inside, isEditable } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || isEditable || typedIn.has(inside)) {
    return undefined;
  }
  if (key === 'Enter' && pressable.has(inside)) {
    return undefined;
  }
  return keyRows.find((row) => row.key === (key.length === 1 ? key.toLowerCase() : key))?.does;
}

/** The row after or before another; the first where none is chosen, or it is gone. */
export function stepFrom(ids: readonly string[], chosen: string | undefined, step: 1 | -1): string | undefined {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  return at < 0 ? ids[0] : ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
