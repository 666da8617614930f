/** What new and imported files hold where the editor has to write. */
export const TO_WRITE = 'DA SCRIVERE';

/** A place to write in, as a value in YAML: `"DA SCRIVERE: il titolo"`. */
export const toWrite = (what: string): string => JSON.stringify(`${TO_WRITE}: ${what}`);
