import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';

/** The latest version of each entry that was seen, whatever the order in which they were. */
export class EntryBook {
  private readonly byId = new Map<string, Entry>();

  /** Of two versions the higher one stays. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const id = entryIdOf(entry);
      const known = this.byId.get(id);
      if (!known || known.version < entry.version) {
        this.byId.set(id, entry);
      }
    }
  }

  all(): Entry[] {
    return [...this.byId.values()];
  }
}
