// The bottom line: drawers, the answer to the last act, and five words that are quiet when all is well.
import { html, nothing } from "./lib.js";
import { act, answer } from "./acts.js";
import { openAlarms } from "./banner.js";
import { openDrawer } from "./drawer.js";
import { openLimits } from "./limits.js";
import { link } from "./link.js";
import { text } from "./text.js";

const MARK = { ACCEPTED: "✓", REFUSED: "✕", NOT_OURS: "✕", ASKS: "?", WAITING: "…" };

export function bar(isLight, turnLight) {
  return html`
    <footer class="bar">
      <nav>
        <button @click=${openAlarms}>${text("bar.alarms")}</button>
        <button class="door-limits" @click=${openLimits}>${text("bar.limits")}</button>
        ${link.facts.trainer.length > 0 ? html`<button class="twin-door" @click=${openTwin}>${text("bar.twin")}</button>` : nothing}
        <button class="light" @click=${turnLight}>${text(isLight ? "bar.dark" : "bar.light")}</button>
      </nav>
      <p class="answer ${answer.verdict}" role="status" aria-live="polite">
        ${link.facts.maySendActs
          ? html`<span class="sign">${MARK[answer.verdict] ?? ""}</span> <span class="words">${answer.text}</span>`
          : html`<b class="read-only">${text("bar.read-only")}</b>`}</p>
      <div class="words-of-state">
        ${link.state.words.map((/** @type {any} */ word) => html`<span class="word ${word.health}" title=${word.why}>
          ${word.name} <b>${text(`word.${word.health}`)}</b></span>`)}
      </div>
    </footer>`;
}

let part = "";
let deed = "";
let amount = "";

function openTwin() {
  const parts = [...new Set(link.facts.trainer.map((/** @type {any} */ each) => each.name.split(".")[0]))];
  if (part === "") choosePart(parts[0]);
  openDrawer("twin", text("drawer.twin"), () => {
    const deeds = link.facts.trainer.filter((/** @type {any} */ each) => each.name.startsWith(`${part}.`));
    const chosen = chosenDeed();
    return html`
      <div class="set-row">
        <label>${text("drawer.part")}
          <select class="twin-part" @change=${(/** @type {any} */ event) => choosePart(event.target.value)}>
            ${parts.map((each) => html`<option value=${each} ?selected=${each === part}>${each}</option>`)}</select></label>
        <label>${text("drawer.deed")}
          <select class="twin-deed" @change=${(/** @type {any} */ event) => chooseDeed(event.target.value)}>
            ${deeds.map((/** @type {any} */ each) => html`<option value=${each.name} ?selected=${each === chosen}>
              ${each.name.slice(part.length + 1)}: ${each.meaning}</option>`)}</select></label>
        ${chosen.largest > chosen.smallest
          ? html`<label>${text("drawer.amount", chosen.smallest, chosen.largest, chosen.unit)}
              <input class="twin-amount" type="number" step="any" .value=${amount}
                @input=${(/** @type {any} */ event) => { amount = event.target.value; }}></label>`
          : nothing}
        <button class="take twin-do" @click=${(/** @type {Event} */ event) => {
          const now = chosenDeed(); // what is chosen when it is touched, not when it was drawn
          act(event, { act: "outside", name: now.name, amount: Number(amount || now.smallest) });
        }}>
          ${text("drawer.do")}</button>
      </div>`;
  });
}

function chosenDeed() {
  return link.facts.trainer.find((/** @type {any} */ each) => each.name === deed);
}

function choosePart(name) {
  part = name;
  chooseDeed(link.facts.trainer.find((/** @type {any} */ each) => each.name.startsWith(`${part}.`)).name);
}

function chooseDeed(name) {
  deed = name;
  amount = "";
}
