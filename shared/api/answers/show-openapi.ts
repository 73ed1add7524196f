import { answering } from '../answering.ts';
import { showOpenapi as contract } from '../contract/show-openapi.ts';

/** As `npm run api` wrote it. Few ask for it, so it is looked at only then. */
export const showOpenapi = answering(contract, async () => {
  const { default: openapi } = await import('../../../docs/api/openapi.json', { with: { type: 'json' } });
  return { reply: { ...openapi } };
});
