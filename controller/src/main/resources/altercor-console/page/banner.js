// The alarm banner: always this high; what, where to look, what to do; the first cause on top, the rest one touch away.
import { html, nothing } from "./lib.js";
import { act } from "./acts.js";
import { link } from "./link.js";
import { age } from "./value.js";
import { text } from "./text.js";
import { openDrawer } from "./drawer.js";

const MARKS = { high: "!!!", medium: "!!", low: "!" };

export function banner() {
  const { alarms, sound } = link.state;
  const first = alarms[0];
  return html`
    <section class="banner ${first ? first.priority : "quiet"} ${first && !first.acknowledged ? "new" : ""}"
      role="alert" aria-live="assertive">
      ${first ? alarm(first) : html`<p class="none">${text("alarm.none")}</p>`}
      <div class="banner-hand">
        ${alarms.length > 1
          ? html`<button class="more-alarms" @click=${openAlarms}>${text("alarm.more", alarms.length - 1)}</button>`
          : nothing}
        ${link.facts.maySendActs ? hand(first, sound) : nothing}
      </div>
    </section>`;
}

function hand(first, sound) {
  const touch = (/** @type {string} */ what) => (/** @type {Event} */ event) => act(event, { act: what });
  const seen = link.state.alarms.every((/** @type {any} */ each) => each.acknowledged);
  return html`
    <button class="pause" ?disabled=${!first} @click=${touch("pause-sound")}>
      ${sound.pausedSeconds > 0 ? text("banner.paused", sound.pausedSeconds) : text("banner.pause")}</button>
    <button class="seen" ?disabled=${!first || seen} @click=${touch("acknowledge")}>${text("banner.seen")}</button>
    <button class="reset" ?disabled=${!first} @click=${touch("reset")}>${text("banner.reset")}</button>`;
}

function alarm(each) {
  return html`
    <span class="mark" aria-label=${text(`alarm.${each.priority}`)}>${MARKS[each.priority]}</span>
    <div class="alarm">
      <p class="what">${each.what} <span class="where">${each.subject}${each.evidence ? `, ${each.evidence}` : ""}</span>
        <span class="state">${text(`alarm.${each.state}`)}, ${text("alarm.since", age(each.seconds * 1000))}${each.acknowledged
          ? `, ${text("alarm.seen")}` : ""}</span></p>
      <p class="help"><b>${text("alarm.look")}</b> ${each.look} <b>${text("alarm.do")}</b> ${each.act}</p>
    </div>`;
}

export function openAlarms() {
  openDrawer("alarms", text("alarm.all"), () => html`
    <ol class="alarm-list">
      ${link.state.alarms.map((/** @type {any} */ each) => html`<li class=${each.priority}>${alarm(each)}</li>`)}
      ${link.state.alarms.length === 0 ? html`<li class="quiet">${text("alarm.none")}</li>` : nothing}
    </ol>`);
}
