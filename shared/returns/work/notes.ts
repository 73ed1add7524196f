/** The name of a note's text among the personal data of its record; the act itself holds only its id. */
export function noteField(noteId: string): string {
  return `notes/${noteId}`;
}
