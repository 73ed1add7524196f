/** The language that an address asks for, and its query without it; the rest stays letter by letter. */
export function withoutLang(search: string): { readonly asked: string | undefined; readonly search: string } {
  const parts = search.replace(/^\?/, '').split('&');
  const others = parts.filter((part) => part !== '' && !/^lang(=|$)/.test(part)).join('&');
  const asked = new URLSearchParams(search).get('lang') ?? undefined;
  return { asked, search: others && `?${others}` };
}
