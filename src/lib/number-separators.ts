/** The signs between the thousands and before the decimals. */
export interface NumberSeparators {
  group: string;
  decimal: string;
}

/** A number as a format writes it, with other separators where a language asks for them. Runs in the browser too. */
export const withSeparators = (
  format: Intl.NumberFormat,
  value: number,
  separators: NumberSeparators | undefined,
): string =>
  separators === undefined
    ? format.format(value)
    : format
        .formatToParts(value)
        .map(({ type, value: part }) =>
          type === 'group' ? separators.group : type === 'decimal' ? separators.decimal : part,
        )
        .join('');
