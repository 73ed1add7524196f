import type { Board } from '#shared/board/serve-board.ts';

const bytes = (text: string) => Buffer.from(text);

/** As Vite writes the document, with the places that are filled for each request. */
export const document = [
  '<!doctype html><html><head>',
  '<script type="application/json" id="settings" nonce="__NONCE__">"__SETTINGS__"</script>',
  '<script type="module" crossorigin nonce="__NONCE__" src="/board/assets/index-a1b2.js"></script>',
  '</head></html>',
].join('');

export function boardOf(changes: Partial<Board> = {}): Board {
  let served = 0;
  return {
    page: {
      document,
      files: new Map([
        ['index-a1b2.js', { type: 'text/javascript; charset=utf-8', bytes: bytes('let a'), brotli: bytes('br') }],
        ['icon-c3d4.svg', { type: 'image/svg+xml', bytes: bytes('<svg/>') }],
      ]),
    },
    settings: { issuer: 'https://login.example.com/pool', clientId: 'board', locale: 'zh-CN', isDemo: false },
    origins: ['https://login.example.com'],
    nonce: () => {
      served += 1;
      return `nonce${served}`;
    },
    ...changes,
  };
}
