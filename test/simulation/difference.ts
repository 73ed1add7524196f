/** Something that one side says and the other does not, or that went otherwise than it must. */
export interface Difference {
  readonly about: string;
  readonly what: string;
}
