// How numbers are written: what is known, what is old and what is not known never look alike.
import { html } from "./lib.js";
import { text } from "./text.js";

/**
 * @typedef {{now: ?number, last: ?number, ageMs: ?number, why: ?string}} Shown
 */

/**
 * A number with a real minus sign.
 * @param {number} value
 * @param {number} decimals
 */
export function figure(value, decimals) {
  const rounded = value.toFixed(decimals);
  return Number(rounded) === 0 ? rounded.replace("-", "") : rounded.replace("-", "−");
}

/** @param {number} ms */
export function age(ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/**
 * A value with its unit: known; struck through with its age; or an em dash with the reason.
 * @param {Shown|undefined} value
 * @param {number} decimals
 * @param {number} scale what the value is divided by for people
 * @param {string} unit
 */
export function reading(value, decimals, scale, unit) {
  if (value && value.now !== null) {
    return html`<span class="v">${figure(value.now / scale, decimals)}</span><span class="unit">${unit}</span>`;
  }
  const why = value?.why ?? text("old.never");
  if (value && value.last !== null) {
    return html`<s class="v lost">${figure(value.last / scale, decimals)}</s><span class="unit">${unit}</span>
      <span class="why">${why}, ${text("value.age", age(value.ageMs ?? 0))}</span>`;
  }
  return html`<span class="v lost">—</span> <span class="why">${why}</span>`;
}

/** @param {number} seconds */
export function elapsed(seconds) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
