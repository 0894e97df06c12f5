// The patient's column: each number in its own place, with what it should stay between.
import { html } from "./lib.js";
import { inForce } from "./limits.js";
import { link } from "./link.js";
import { reading } from "./value.js";
import { text } from "./text.js";

/** Decimals and the divisor of each kind of number, by how its key begins. */
const WRITTEN = { temperature: [1, 1], gas: [1, 1000] };

export function patient() {
  return html`
    <section class="patient" aria-label=${text("patient.title")}>
      <h2>${text("patient.title")}</h2>
      <div class="cells">${link.facts.patient.map(cell)}</div>
      <p class="note">${text("patient.oxygen-note")}</p>
    </section>`;
}

/** @param {string} key */
function cell(key) {
  const value = link.state.patient[key];
  const band = link.facts.targets[key];
  const lowest = band ? inForce(band.lowSetting, band.low) : null;
  const low = value.now !== null && lowest !== null && value.now < lowest;
  const high = band && value.now !== null && band.high !== null && value.now > band.high;
  const unit = text(`unit.${key}`);
  return html`
    <div class="cell ${low || high ? "outside" : ""}" data-key=${key}>
      <span class="name">${text(`patient.${key}`)}</span>
      <span class="number">${key.startsWith("air") && value.now !== null ? air(value) : number(key, value, unit)}</span>
      <span class="band">${low ? "▼ " : high ? "▲ " : ""}${band ? range(lowest, band.high) : ""}</span>
    </div>`;
}

function number(key, value, unit) {
  const [decimals, scale] = WRITTEN[key.split("-")[0]] ?? [0, 1];
  return reading(value, decimals, scale, unit);
}

function air(value) {
  return html`<span class="v ${value.now > 0 ? "air" : ""}">${text(value.now > 0 ? "patient.air-yes" : "patient.air-no")}</span>`;
}

function range(low, high) {
  if (low === null) return `≤ ${high}`;
  return high === null ? `≥ ${low}` : `${low}–${high}`;
}
