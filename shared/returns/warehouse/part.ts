/** What a case's record says of where its goods go. */
export interface WarehousePart {
  readonly warehouse?: { readonly id: string; readonly by: 'store' | 'policy' | 'person' };
}
