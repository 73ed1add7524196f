/** The first of some at which it is so of all up to it; undefined where it never is. */
export function firstWhen<Each>(all: readonly Each[], isSo: (soFar: readonly Each[]) => boolean): Each | undefined {
  return all.find((_each, index) => isSo(all.slice(0, index + 1)));
}
