import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/client.ts';
import type { Me } from '../data/me.ts';
import { linesOf, type ShiftLine } from './shift-lines.ts';

export type SheetName = 'offered' | 'mine';

/** Lists tell of an act a little later than it was answered. */
const whileOpenMs = 5_000;

/** The lines of a sheet: what I have, or what was handed over to me and to my teams. */
export function useShiftLines(of: SheetName, { person, teams }: Me) {
  return useQuery({
    queryKey: ['shift', of, person, teams],
    refetchInterval: whileOpenMs,
    queryFn: async ({ signal }): Promise<ShiftLine[]> => {
      const queries = of === 'mine' ? [{ of }] : [{ of }, ...teams.map((team) => ({ of, team }))];
      const answers = await Promise.all(queries.map(async (query) => await ask('showShift', { query, signal })));
      return linesOf(answers.flatMap(({ body }) => body ?? []));
    },
  });
}
