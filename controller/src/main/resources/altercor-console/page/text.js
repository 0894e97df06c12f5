// Every sentence of the page comes out of the catalogue that the machine sends.

/** @type {Record<string, string>} */
let texts = {};

/** @param {Record<string, string>} catalogue */
export function learn(catalogue) {
  texts = catalogue;
}

/**
 * The text of a key; a key without one shows itself, so that nobody overlooks it.
 * @param {string} key
 * @param {...(string|number)} fillings what stands for {0}, {1} and so on
 */
export function text(key, ...fillings) {
  const found = texts[key];
  if (found === undefined) return `⟨${key}⟩`;
  return fillings.reduce((so, filling, i) => so.replace(`{${i}}`, String(filling)), found);
}
