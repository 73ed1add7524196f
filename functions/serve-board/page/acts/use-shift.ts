import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/client.ts';
import type { Me } from '../data/me.ts';
import { linesOf, type ShiftLine } from './shift-lines.ts';

export type SheetName = 'offered' | 'mine';

/** The lines of a sheet: what I have, or what was handed over to me and to my teams. */
export function useShiftLines(of: SheetName, { person, teams }: Me) {
  return useQuery({
    queryKey: ['shift', of, person, teams],
    queryFn: async ({ signal }): Promise<ShiftLine[]> => {
      const queries = of === 'mine' ? [{ of }] : [{ of }, ...teams.map((team) => ({ of, team }))];
      const answers = await Promise.all(queries.map(async (query) => await ask('showShift', { query, signal })));
      return linesOf(answers.flatMap(({ body }) => body ?? []));
    },
  });
}
