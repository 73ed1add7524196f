import type { Thing } from './thing.ts';

/** The API lists the merchant's teams: an operation, what it takes and answers, and its answer. */
export const anOperation: Thing = {
  what: 'an operation of the API',
  most: 1,
  own: {
    'shared/api/contract/list-teams.ts': `import * as z from 'zod';
import { text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';

export const listTeams = contract({
  summary: { 'zh-CN': '全部团队', en: 'All teams' },
  reply: z.object({ teams: z.array(text).describe('by their ids') }),
  example: { reply: { teams: ['day'] } },
});
`,
    'shared/api/answers/list-teams.ts': `import type { Merchant } from '#shared/merchant/merchant.ts';
import { answering } from '../answering.ts';
import { listTeams as contract } from '../contract/list-teams.ts';

interface Needs {
  readonly merchant: Pick<Merchant, 'teams'>;
}

export const listTeams = answering(contract, async ({ merchant }: Needs) => {
  return await Promise.resolve({ reply: { teams: merchant.teams.map(({ id }) => id) } });
});
`,
  },
  edits: [
    {
      path: 'shared/api/operations.ts',
      after: "  showMe: read('GET /me', 'stack', anybody),\n",
      put: "  listTeams: read('GET /teams', 'stack', anybody),\n",
    },
  ],
  aside: [{ path: 'test/unit/api/who-may.test.ts', after: '  showMe: everybody,\n', put: '  listTeams: everybody,\n' }],
  tests: ['test/unit/api', 'test/unit/tooling/registries.test.ts'],
};
