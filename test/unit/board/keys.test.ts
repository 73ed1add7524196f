import { describe, expect, it } from 'vitest';
import { keyActOf, type Pressed, stepFrom } from '../../../functions/serve-board/page/pages/today/keys.ts';

const pressed = (key: string, fields: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  inside: 'BODY',
  isEditable: false,
  ...fields,
});

describe('keyActOf', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['J', 'next'],
    ['Enter', 'open'],
    ['c', 'claim'],
    ['o', 'back-office'],
    ['y', 'copy'],
    ['n', 'note'],
    ['/', 'search'],
    ['?', 'help'],
  ])('%s: %s', (key, act) => {
    expect(keyActOf(pressed(key))).toBe(act);
  });

  it.each(['x', 's', 'Escape', 'Shift', 'ArrowDown'])('%s: nothing', (key) => {
    expect(keyActOf(pressed(key))).toBeUndefined();
  });

  it.each(['INPUT', 'TEXTAREA', 'SELECT'])('nothing while somebody writes in %s', (inside) => {
    expect(keyActOf(pressed('c', { inside }))).toBeUndefined();
  });

  it.each([{ isEditable: true }, { isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'nothing of a key with %o',
    (fields) => {
      expect(keyActOf(pressed('c', fields))).toBeUndefined();
    },
  );

  it('leaves Enter to a button that has the focus, and the letters not', () => {
    expect(keyActOf(pressed('Enter', { inside: 'BUTTON' }))).toBeUndefined();
    expect(keyActOf(pressed('j', { inside: 'BUTTON' }))).toBe('next');
  });
});

describe('stepFrom', () => {
  it.each([
    [undefined, 1, 'a'],
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, 'a'],
    ['c', 1, 'c'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %i to %s', (chosen, step, expected) => {
    expect(stepFrom(['a', 'b', 'c'], chosen, step)).toBe(expected);
  });

  it('goes nowhere in an empty list', () => {
    expect(stepFrom([], undefined, 1)).toBeUndefined();
  });
});
