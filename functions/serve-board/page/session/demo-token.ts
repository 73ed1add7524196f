import { isOver } from './claims.ts';
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
  if (token && isOver(token, Date.now())) {
    forgetDemoToken();
    return undefined;
  }
  return token;
}

export function forgetDemoToken(): void {
  sessionStorage.removeItem(storedAs);
}
