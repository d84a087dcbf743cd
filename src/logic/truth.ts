/** Kleene's strong three-valued logic: what is not known to be true or false stays unknown. */
export type Truth = 'yes' | 'no' | 'unknown';

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'yes' ? 'no' : 'yes';
}

/** At least `threshold` of `values` hold. `and` and `or` are the cases threshold = length and threshold = 1. */
export function atLeast(threshold: number, values: readonly Truth[]): Truth {
  const certain = values.filter((value) => value === 'yes').length;
  const possible = values.filter((value) => value !== 'no').length;
  if (certain >= threshold) return 'yes';
  return possible < threshold ? 'no' : 'unknown';
}

export function and(values: readonly Truth[]): Truth {
  return atLeast(values.length, values);
}

export function or(values: readonly Truth[]): Truth {
  return atLeast(1, values);
}
