import { type OperationName, operationNames, operations } from './operations.ts';

const byRoute = new Map<string, OperationName>(operationNames.map((name) => [operations[name].route, name]));

/** Undefined where nothing is routed so. */
export function operationAt(route: string): OperationName | undefined {
  return byRoute.get(route);
}

/** The methods that an address knows, whatever stands in its parts; none where there is no such address. @param path - As it crossed the wire. */
export function methodsAt(path: string): string[] {
  const fitting = operationNames
    .map((name) => operations[name].route.split(' '))
    .filter(([, form]) => fits(path, form));
  return [...new Set(fitting.map(([method = '']) => method))].sort();
}

function fits(path: string, form = ''): boolean {
  const [parts, forms] = [path.split('/'), form.split('/')];
  return parts.length === forms.length && forms.every((each, n) => each === parts[n] || each.startsWith('{'));
}
