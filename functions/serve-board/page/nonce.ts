/** The nonce of this document; the browser hides the attribute from selectors, but not from scripts of the page. */
export const nonce = document.querySelector<HTMLElement>('#settings')?.nonce ?? '';

/** Some of what antd stands on makes style elements without a nonce: every one that is made here has it. */
export function giveNonce(): void {
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') {
      element.setAttribute('nonce', nonce);
    }
    return element;
  }) as typeof document.createElement;
}
