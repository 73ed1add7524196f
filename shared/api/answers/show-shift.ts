import { readShiftSheet, type SheetReads } from '#shared/acting/read-shift-sheet.ts';
import type { SheetOf } from '#shared/acting/shift-sheet.ts';
import { answering } from '../answering.ts';
import { showShift as contract } from '../contract/show-shift.ts';
import { entriesSeen, type ListNeeds } from '../entries-seen.ts';

type Needs = ListNeeds & SheetReads;

export const showShift = answering(contract, async (needs: Needs, { caller, query }) => {
  const { person } = caller;
  if (person === undefined) {
    return { problem: 'noPerson' };
  }
  const { entries } = await entriesSeen(needs, caller);
  return { reply: await readShiftSheet(needs, entries, sheetOf(person, query)) };
});

function sheetOf(person: string, { of, team }: { readonly of: 'mine' | 'offered'; readonly team?: string }): SheetOf {
  return of === 'mine' ? { owner: person } : { offeredTo: team === undefined ? { person } : { team } };
}
