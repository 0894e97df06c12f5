// Limits and zeros: what is in force, and the hand that changes it. Each change asks first.
import { html, nothing } from "./lib.js";
import { act } from "./acts.js";
import { openDrawer } from "./drawer.js";
import { link } from "./link.js";
import { figure } from "./value.js";
import { text } from "./text.js";

/** What is being typed, and which act waits for a yes. */
const draft = { /** @type {Record<string, string>} */ typed: {}, /** @type {any} */ asks: null };

export function openLimits() {
  draft.typed = {};
  draft.asks = null;
  openDrawer("limits", text("drawer.limits", link.facts.profile), () => html`
    <div class="settings">${link.facts.settings.map(row)}</div>
    <h3>${text("setting.profile")}</h3>
    <dl>${link.facts.limits.map((/** @type {any} */ limit) =>
      html`<div><dt>${limit.name}</dt><dd>${limit.value}</dd></div>`)}</dl>`);
}

/** The value in force of a setting; what stands otherwise where there is none. */
export function inForce(/** @type {?string} */ name, /** @type {number} */ otherwise) {
  return name !== null && name in link.state.settings ? link.state.settings[name] : otherwise;
}

function row(/** @type {any} */ setting) {
  const asks = draft.asks?.setting === setting.name;
  return html`
    <div class="setting ${asks ? "asks" : ""}" data-setting=${setting.name}>
      <span class="of">${setting.title}<small>${setting.sensor}</small></span>
      <span class="value">${written(setting, link.state.settings[setting.name])}</span>
      <span class="rule">${setting.isTaken ? nothing
        : html`<span>${text("setting.range", plain(setting, setting.lowest), plain(setting, setting.highest))}</span>`}
        <span>${setting.rule}</span></span>
      ${link.facts.maySendActs ? asks ? yesNo() : setting.isTaken ? zero(setting) : change(setting) : nothing}
    </div>`;
}

function change(/** @type {any} */ setting) {
  const typed = draft.typed[setting.name] ?? "";
  return html`
    <input type="number" step="any" inputmode="decimal" aria-label=${`${setting.title}, ${setting.sensor}`}
      .value=${typed} @input=${(/** @type {any} */ event) => { draft.typed[setting.name] = event.target.value; }}>
    <button class="change" @click=${(/** @type {Event} */ event) => {
      const value = draft.typed[setting.name];
      if (value) ask(event, { act: "setting", setting: setting.name, value: Number(value) });
    }}>${text("drawer.change")}</button>`;
}

function zero(/** @type {any} */ setting) {
  return html`<span></span>
    <button class="change" @click=${(/** @type {Event} */ event) =>
      ask(event, { act: "take-zero", setting: setting.name })}>${text("drawer.zero")}</button>`;
}

function yesNo() {
  return html`
    <button class="yes" @click=${async (/** @type {Event} */ event) => {
      const asked = draft.asks;
      draft.asks = null;
      if (await act(event, { ...asked, confirmed: true }) === "ACCEPTED") delete draft.typed[asked.setting];
    }}>${text("drawer.yes-plain")}</button>
    <button class="no" @click=${() => { draft.asks = null; }}>${text("drawer.no")}</button>`;
}

async function ask(/** @type {Event} */ event, /** @type {any} */ what) {
  draft.asks = await act(event, { ...what, confirmed: false }) === "ASKS" ? what : null;
}

function written(/** @type {any} */ setting, /** @type {number} */ value) {
  return `${plain(setting, value)} ${setting.unit}`.trim();
}

function plain(/** @type {any} */ setting, /** @type {number} */ value) {
  return figure(value, setting.unit === "" ? 2 : setting.isTaken ? 1 : 0);
}
