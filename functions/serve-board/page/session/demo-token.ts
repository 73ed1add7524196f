import { settings } from './settings.ts';

const storedAs = 'demo-token';

/** At a demo, `npm start` gives each role a link that brings its token: nobody has to type a password. Anywhere else a link brings nothing. */
export function takeDemoToken(): string | undefined {
  if (!settings.isDemo) {
    return undefined;
  }
  const brought = new URLSearchParams(location.hash.slice(1)).get('token');
  if (brought) {
    sessionStorage.setItem(storedAs, brought);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  const token = sessionStorage.getItem(storedAs) ?? undefined;
  if (token && isOver(token)) {
    sessionStorage.removeItem(storedAs);
    return undefined;
  }
  return token;
}

function isOver(token: string): boolean {
  const { exp } = claimsOf(token);
  return typeof exp !== 'number' || exp * 1000 <= Date.now();
}

/** What a token says of whoever it was given to; nobody here checks its signature: the API does. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const part = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
