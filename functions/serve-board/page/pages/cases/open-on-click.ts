import type { MouseEvent } from 'react';

/** Opens what was clicked on, but for a click on a button, one that marks text, and one by which a link opens elsewhere. */
export function openOnClick(open: () => void): (event: MouseEvent) => void {
  return (event) => {
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const isMarking = getSelection()?.isCollapsed === false;
    if (!(isButton || isElsewhere || isMarking)) {
      open();
    }
  };
}
