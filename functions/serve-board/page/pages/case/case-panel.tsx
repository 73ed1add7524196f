/** All of one case, as a drawer and a page show it. */
export function CasePanel({ caseKey }: { readonly caseKey: string }) {
  return <p>{caseKey}</p>;
}
