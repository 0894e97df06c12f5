// Acts: one message each, with a token that is good once, the picture that was on the screen, and the age of the touch.
import { link } from "./link.js";
import { text } from "./text.js";

/** The newest answer, for the bar. */
export const answer = { text: "", verdict: "" };

/**
 * Sends an act and shows its answer.
 * @param {Event} event the touch
 * @param {Record<string, unknown>} what
 * @returns {Promise<string>} the verdict
 */
export async function act(event, what) {
  const frame = link.state?.frame ?? 0;
  const touchedAt = event.timeStamp;
  say("", "WAITING");
  try {
    const response = await fetch("/acts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        ...what,
        token: link.tokens.shift() ?? "",
        frame,
        touchAgeMs: Math.max(0, performance.now() - touchedAt),
      }),
    });
    const reply = await response.json();
    if (reply.token) link.tokens.push(reply.token);
    say(reply.text, reply.verdict);
    return reply.verdict;
  } catch {
    say(text("refused.not-sent"), "REFUSED");
    return "REFUSED";
  }
}

/**
 * @param {string} words
 * @param {string} verdict
 */
function say(words, verdict) {
  answer.text = words;
  answer.verdict = verdict;
  document.dispatchEvent(new Event("answered"));
}
