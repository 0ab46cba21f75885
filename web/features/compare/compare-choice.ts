/** How two variants are looked at: it is in the address of the page. */
export interface CompareChoice {
  readonly mode: 'side' | 'overlay';
  readonly blind: boolean;
}
