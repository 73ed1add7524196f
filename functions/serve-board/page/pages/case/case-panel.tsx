/** All of a case on one screen. */
export function CasePanel({ caseKey }: { readonly caseKey: string }) {
  return <p>{caseKey}</p>;
}
