/** What is in one list more often than in the other. */
export function surplus(all: readonly string[], less: readonly string[]): string[] {
  const rest = [...less];
  return all.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) {
      rest.splice(at, 1);
    }
    return at < 0;
  });
}
