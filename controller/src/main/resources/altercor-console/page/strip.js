// One pump: its number, what was asked beside what happens, why it does not do as asked, and the hand's three buttons.
import { html, svg, nothing } from "./lib.js";
import { act } from "./acts.js";
import { holdDown, letGo } from "./hold.js";
import { inForce } from "./limits.js";
import { link, isControlOld } from "./link.js";
import { figure, reading } from "./value.js";
import { text } from "./text.js";
import { openSet, offerOf, offerWords, returnOf, words, has, nextStep, stepAsked } from "./set.js";

const GAUGE_WIDTH = 100;

/**
 * @param {any} facts of the pump
 * @param {any} pump as it is
 */
export function strip(facts, pump) {
  const stands = pump.mode === "stopped";
  return html`
    <section class="strip ${facts.role} ${stands ? "stands" : "turns"}" data-pump=${facts.name} aria-label=${facts.title}>
      <h2>${facts.title}</h2>
      <button class="reading" ?disabled=${!link.facts.maySendActs} @click=${() => openSet(facts.name)}
        aria-label=${text("pump.set", facts.title)}>
        <span class="big">${reading(pump.flow, 2, 1000, "L/min")}</span>
        <span class="asked ${isControlOld() ? "control-old" : ""}">${asked(facts, pump, stands)}
          ${pump.difference ? html`<b class="off">${pump.difference}</b>` : nothing}</span>
        <span class="measured">${reading(pump.speedRpm, 0, 1, "rpm")}
          ${pump.stop ? html`<b class="how">${pump.stop}</b>`
            : html`<span class="how">${text(`pump.${pump.mode}`)}</span>`}</span>
      </button>
      ${gauge(facts, pump)}
      <div class="why-not">${told(facts, pump, stands)}<p>${why(pump, stands)}</p></div>
      ${link.facts.maySendActs ? buttons(facts, pump, stands) : nothing}
    </section>`;
}

function asked(facts, pump, stands) {
  if (stands) return html`<span>${offerWords(facts, offerOf(facts)).first}</span>`;
  if (pump.mode === "zero-flow") return html`<span class="v">${text("pump.set-zero-flow")}</span>`;
  return pump.setFlow !== null
    ? html`<span class="v">${text("pump.set-flow", figure(pump.setFlow / 1000, 2))}</span>`
    : html`<span class="v">${text("pump.set-speed", figure(pump.targetRpm, 0))}</span>`;
}

/** What its mode was told beside a flow or a speed; of a pump that stands and may be started, what it would be told. */
function told(facts, pump, stands) {
  if (stands && (pump.cause || pump.blockedBy)) return nothing; // the room is the reason's
  const words = stands ? offerWords(facts, offerOf(facts)).beside : pump.told;
  return words ? html`<p class="told ${isControlOld() ? "control-old" : ""}"><span class="v">${words}</span></p>` : nothing;
}

/** Why it does not do as asked; the first thing that says most. */
function why(pump, stands) {
  if (pump.cause) return html`<b>${stands || pump.stop ? pump.cause : text("pump.held", pump.cause)}</b>`;
  if (pump.limiter && !stands) return pump.limiter;
  if (pump.waits) return pump.waits;
  if (stands && pump.blockedBy) return text("pump.blocked", pump.blockedBy);
  return pump.clamp ?? nothing;
}

function gauge(facts, pump) {
  if (facts.gauge === null || pump.line === null) return html`<div class="gauge"></div>`;
  const at = (/** @type {number} */ mmHg) => Math.max(0, Math.min(1, mmHg / facts.gauge.full)) * GAUGE_WIDTH;
  const known = pump.line.now !== null;
  if (!known) {
    return html`<div class="gauge lost-line"><span class="name">${text("pump.line")}</span>
      ${reading(pump.line, 0, 1, "mmHg")}</div>`;
  }
  const stop = inForce(facts.gauge.stopSetting, facts.gauge.stop);
  const warn = inForce(facts.gauge.warnSetting, facts.gauge.warn);
  const level = pump.line.now >= stop ? "beyond" : pump.line.now >= warn ? "near" : "";
  return html`
    <div class="gauge ${level}">
      <span class="name">${text("pump.line")}</span> ${reading(pump.line, 0, 1, "mmHg")}
      <svg viewBox="0 0 ${GAUGE_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="track" x="0" y="2" width=${GAUGE_WIDTH} height="6"></rect>
        <rect class="fill" x="0" y="2" width=${at(pump.line.now)} height="6"></rect>
        <rect class="at-warn" x=${at(warn)} y="0" width="1" height="10"></rect>
        <rect class="at-stop" x=${at(stop)} y="0" width="2" height="10"></rect>`}
      </svg>
    </div>`;
}

function buttons(facts, pump, stands) {
  const stop = (/** @type {Event} */ event) => act(event, { act: "stop", pump: facts.name });
  return html`
    <div class="hand">
      ${stands ? startButton(facts, offerOf(facts), text("pump.start"))
        : pump.mode === "zero-flow" ? startButton(facts, returnOf(facts), text("pump.return", words(facts, returnOf(facts))))
          : stepButtons(facts, pump)}
    </div>
    <div class="ends">
    <button class="stop" aria-label=${text("pump.stop-of", facts.title)}
      @pointerdown=${stop}
      @click=${(/** @type {MouseEvent} */ event) => event.detail === 0 && stop(event)}>
      <span class="square" aria-hidden="true"></span>${text("pump.stop")}
    </button>
    ${has(facts, "zero-flow") ? zeroFlow(facts, pump, stands) : nothing}
    </div>`;
}

/** One touch: whoever is about to clamp holds the line with it. Of a pump that stands it would be a start. */
function zeroFlow(facts, pump, stands) {
  const holds = pump.mode === "zero-flow";
  return html`
    <button class="zero ${holds ? "chosen" : ""}" aria-pressed=${holds} ?disabled=${stands || holds}
      aria-label=${text("pump.zero-flow-of", facts.title)}
      @click=${(/** @type {Event} */ event) =>
        act(event, { act: "change", pump: facts.name, mode: "zero-flow", confirmed: false })}>
      ${text("mode.zero-flow")}</button>`;
}

function startButton(facts, offer, label) {
  const start = (/** @type {Event} */ event, /** @type {number} */ heldMs) =>
    act(event, { act: "start", pump: facts.name, mode: offer.mode, ...offer.values, heldMs });
  return html`
    <button class="start" aria-label=${text("pump.start-of", facts.title)}
      @pointerdown=${(/** @type {Event} */ event) => holdDown(event, start)}
      @keydown=${(/** @type {Event} */ event) => holdDown(event, start)}
      @pointerup=${letGo} @pointerleave=${letGo} @pointercancel=${letGo} @keyup=${letGo} @blur=${letGo}
      @contextmenu=${(/** @type {Event} */ event) => event.preventDefault()}>
      <svg class="ring" viewBox="0 0 36 36" aria-hidden="true">
        <circle class="way" cx="18" cy="18" r="15"></circle><circle class="done" cx="18" cy="18" r="15"></circle>
      </svg>
      <span>${label}</span>
    </button>`;
}

/** A step that has a name says where it leads: of a ratio nobody must guess which way is more. */
function stepButtons(facts, pump) {
  const step = (/** @type {number} */ direction, /** @type {string} */ look, /** @type {string} */ sign) => {
    const next = nextStep(facts, pump, direction);
    const take = (/** @type {Event} */ event) => {
      const now = nextStep(facts, pump, direction);
      if (now === null) return;
      stepAsked(facts.name, now.aim);
      act(event, { act: "change", pump: facts.name, mode: now.aim.mode, ...now.aim.values, confirmed: false });
    };
    return html`<button class="step ${look} ${next?.name ? "rung" : ""}" ?disabled=${next === null}
      aria-label=${text(`pump.${look}`, facts.title)} @click=${take}>${next?.name || sign}</button>`;
  };
  return html`${step(-1, "less", "−")}${step(1, "more", "+")}`;
}
