import { visibleText } from './visible-text.ts';

/** One form for each SKU, whoever wrote it: as a person sees it, without blanks around it. Small and capital letters are two things. */
export function skuOf(text: string): string {
  return visibleText(text).trim();
}
