// What a pump is offered to start with, and the drawer in which it is set.
import { html } from "./lib.js";
import { act } from "./acts.js";
import { link } from "./link.js";
import { figure } from "./value.js";
import { text } from "./text.js";
import { openDrawer, closeDrawer } from "./drawer.js";

/** Taps in quick succession build on each other, not on a picture that has not caught up. */
const BUILDS_ON_MS = 600;

/** @type {Map<string, {mode: string, value: number}>} */
const offers = new Map();
/** @type {Map<string, {value: number, at: number}>} */
const lastAsked = new Map();
/** @type {{pump: string, mode: string, value: number, asks: boolean}} */
let draft = { pump: "", mode: "flow", value: 0, asks: false };

/** @param {any} facts */
export function offerOf(facts) {
  return offers.get(facts.name) ?? { mode: "flow", value: facts.startMlPerMin };
}

/**
 * One small step from what is asked now.
 * @param {any} facts
 * @param {any} pump
 * @param {number} direction
 */
export function nextStep(facts, pump, direction) {
  const recent = lastAsked.get(facts.name);
  const shown = pump.mode === "flow" ? pump.setFlow : pump.targetRpm;
  const from = recent && performance.now() - recent.at < BUILDS_ON_MS ? recent.value : shown;
  const value = stepped(facts, pump.mode, from, direction);
  lastAsked.set(facts.name, { value, at: performance.now() });
  return { mode: pump.mode, value };
}

function stepped(facts, mode, from, steps) {
  const small = mode === "flow" ? facts.smallMlPerMin : facts.smallRpm;
  const most = mode === "flow" ? facts.maxMlPerMin : facts.maxRpm;
  return Math.min(most, Math.max(small, Math.round(from / small + steps) * small));
}

/** @param {string} name of the pump */
export function openSet(name) {
  const facts = link.facts.pumps.find((/** @type {any} */ each) => each.name === name);
  const pump = link.state.pumps.find((/** @type {any} */ each) => each.name === name);
  const stands = pump.mode === "stopped";
  const isFlow = pump.mode === "flow";
  draft = stands
    ? { pump: name, ...offerOf(facts), asks: false }
    : { pump: name, mode: isFlow ? "flow" : "speed", value: isFlow ? pump.setFlow : pump.targetRpm, asks: false };
  openDrawer("set", text("drawer.set", facts.title), () => body(facts));
}

function shown(mode, value) {
  return mode === "flow" ? text("aim.flow", figure(value / 1000, 2)) : text("aim.speed", figure(value, 0));
}

function body(facts) {
  const pump = link.state.pumps.find((/** @type {any} */ each) => each.name === facts.name);
  const stands = pump.mode === "stopped";
  if (draft.asks) return question(facts);
  const step = (/** @type {number} */ steps) => () => {
    draft.value = stepped(facts, draft.mode, draft.value, steps);
  };
  const mode = (/** @type {string} */ wanted) => () => {
    if (draft.mode === wanted) return;
    draft.mode = wanted;
    draft.value = wanted === "flow" ? (pump.flow.now ?? facts.startMlPerMin) : (pump.speedRpm.now ?? facts.startRpm);
    if (stands) draft.value = wanted === "flow" ? facts.startMlPerMin : facts.startRpm;
    draft.value = stepped(facts, wanted, draft.value, 0);
  };
  const take = (/** @type {Event} */ event) => {
    if (stands) {
      offers.set(facts.name, { mode: draft.mode, value: draft.value });
      closeDrawer();
    } else {
      send(event, facts, false);
    }
  };
  return html`
    <div class="set-row">
      <div class="modes" role="group" aria-label=${text("drawer.mode")}>
        ${facts.modes.map((/** @type {string} */ each) => html`
          <button class="mode-${each} ${draft.mode === each ? "chosen" : ""}" aria-pressed=${draft.mode === each}
            @click=${mode(each)}>${text(`drawer.${each}`)}</button>`)}
      </div>
      <button class="set-step" data-steps="-10" @click=${step(-10)}>−−</button>
      <button class="set-step" data-steps="-1" @click=${step(-1)}>−</button>
      <output class="draft">${shown(draft.mode, draft.value)}</output>
      <button class="set-step" data-steps="1" @click=${step(1)}>+</button>
      <button class="set-step" data-steps="10" @click=${step(10)}>++</button>
      <button class="take" @click=${take}>
        ${text(stands ? "drawer.offer" : "drawer.take", shown(draft.mode, draft.value))}</button>
    </div>`;
}

function question(facts) {
  return html`
    <p class="question">${text("asks.large", facts.title, shown(draft.mode, draft.value))}</p>
    <div class="set-row">
      <button class="yes" @click=${(/** @type {Event} */ event) => send(event, facts, true)}>
        ${text("drawer.yes", shown(draft.mode, draft.value))}</button>
      <button class="no" @click=${() => { draft.asks = false; }}>${text("drawer.no")}</button>
    </div>`;
}

async function send(event, facts, confirmed) {
  const what = { act: "change", pump: facts.name, mode: draft.mode, value: draft.value, confirmed };
  const verdict = await act(event, what);
  draft.asks = verdict === "ASKS";
  if (verdict === "ACCEPTED") closeDrawer();
}
