/** The value itself, which nobody can change any more, in depth (but for bytes): it stands for the copy that a store would take of it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) {
      frozen(each);
    }
  }
  return value;
}
