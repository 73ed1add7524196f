import type { BoardSettings } from '#shared/board/board-settings.ts';

/** What `serve-board` wrote into the document. */
export const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as BoardSettings;

/** Of the API, which is beside the board. */
export const apiUrl = location.origin;

export const boardUrl = `${location.origin}/board`;
