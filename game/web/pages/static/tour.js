// Every page works without this file. With it a line is sent without a new page: the focus stays in the line, and what
// happened is spoken. It makes no markup of its own; it puts in what this server has made.
(() => {
  "use strict";
  const find = (wanted, inside = document) => inside.querySelector(wanted);

  function speak(text) {
    const live = find("#live");
    live.className = "unseen";
    live.textContent = "";
    setTimeout(() => { live.textContent = text; }, 50);
  }

  function takeIn(page) {
    document.title = page.title;
    for (const part of [".line", ".pages", "main"]) {
      const now = find(part), then = find(part, page);
      if (now && then) now.replaceWith(document.adoptNode(then));
    }
    settle();
    // The server says what has the focus: the line, what happened, or the button of a step that was moved.
    const said = find("#said"), focused = find("main [autofocus]") || said || find("h1");
    focused.focus({ preventScroll: true });
    // A button is spoken as it gets the focus.
    if (!said || focused.matches("button")) return;
    speak(said.innerText);
    // The whole reply where it fits, else its beginning: nobody must scroll back to read on.
    said.scrollIntoView({ block: said.offsetHeight > innerHeight ? "start" : "nearest" });
  }

  // Spoken already: the line need not say it again when it gets the focus.
  function settle() {
    count();
    listen();
    const line = find("#say");
    if (line) line.removeAttribute("aria-describedby");
  }

  let isSending = false, ticking = 0;
  document.addEventListener("submit", async event => {
    const form = event.target;
    if (!form.matches("[data-swap]")) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const answer = await fetch(form.action, { method: "post", body, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!find("main", page)) throw new Error("no page");
      // A page of another make, such as that of an exam to which the class has gone on.
      if (answer.ok && !find(".pages") !== !find(".pages", page)) { location.assign(answer.url); return; }
      if (answer.url !== location.href && answer.ok) history.pushState(null, "", answer.url);
      takeIn(page);
    } catch {
      speak(document.documentElement.dataset.notSent);
      find("#live").className = "notice";
    } finally {
      isSending = false;
    }
  });
  // The clock of an exam: the server's seconds, counted on by the page's own steady clock. The server ends it, not this.
  function count() {
    clearInterval(ticking);
    const at = find("[data-left]");
    if (!at) return;
    const end = performance.now() + 1000 * at.dataset.left;
    const tick = () => {
      const left = Math.max(0, Math.round((end - performance.now()) / 1000));
      at.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if ([300, 60, 10].includes(left)) speak(at.textContent);
      if (left === 0) { clearInterval(ticking); setTimeout(() => location.reload(), 1500); }
    };
    ticking = setInterval(tick, 1000);
    tick();
  }

  // News of a class: how many are in, seconds that are left, another page, or something new to look at. They hold no
  // question, no mark and no name; the page asks for itself, and puts in its own parts that are live.
  let news = null, from = "", isHeard = false;
  const hear = {
    count: number => document.querySelectorAll("[data-count]").forEach(each => { each.textContent = number; }),
    left: seconds => { const at = find("[data-left]"); if (at) { at.dataset.left = seconds; count(); } },
    go: () => find("#behind") ? follow() : find("[data-live]") ? look() : location.reload(),
    look: () => look(),
  };
  function listen() {
    const wanted = find("[data-news]")?.dataset.news ?? "";
    if (wanted === from) return;
    news?.close();
    from = wanted, isHeard = false;
    news = from ? new EventSource(from) : null;
    for (const name in hear)
      news?.addEventListener(name, event => { isHeard = true; hear[name](event.data); });
    news?.addEventListener("error", () => { isHeard = false; });
    // What was new before the stream was there, or while it was lost; a page that stays is told of it by the server.
    news?.addEventListener("open", () => { if (!find("#behind")) lookAgain(); });
  }
  function lookAgain() {
    if (!from || document.hidden) return;
    if (find("#behind")) follow();
    else if (find("[data-live]")) look();
  }
  // A phone that wakes up shows at once what is so now.
  document.addEventListener("visibilitychange", lookAgain);

  // Who types or reads stays there when the class goes on to something else: the page says so, and has the way to it.
  async function follow() {
    const told = find("#behind > p");
    if (!told.hidden) return;
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    const isOther = answer?.type === "opaqueredirect";
    if (!isOther && !answer?.ok) return;
    const page = isOther ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page && find("[data-news]", page)?.dataset.news === from) return;
    told.hidden = false;
    // It need not be told again; the next page that is put in listens anew.
    news?.close();
    from = "";
  }

  async function look() {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    if (new URL(answer.url).pathname !== location.pathname) { location.assign(answer.url); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    const line = find(".line"), fresh = find(".line", page);
    if (line && fresh && line.innerHTML !== fresh.innerHTML) { line.replaceWith(document.adoptNode(fresh)); count(); }
    for (const now of document.querySelectorAll("[data-live]")) {
      const then = page.getElementById(now.id);
      if (then) putIn(now, document.adoptNode(then));
      // Nothing of it is left: it is another page, such as the exam that goes on after a stop.
      else { location.reload(); return; }
    }
    listen();
  }

  // Whoever types or chooses is not disturbed, unless the stage is another one; who is on a link or a button stays there.
  function putIn(now, then) {
    const focused = now.contains(document.activeElement) ? document.activeElement : null;
    const isSame = now.dataset.stage === then.dataset.stage;
    if (now.isEqualNode(then) || isSame && (now.dataset.stage || focused?.matches("input, select, textarea"))) return;
    now.replaceWith(then);
    if (!isSame) speak(find("h1").textContent);
    if (!focused) return;
    const same = [...then.querySelectorAll(focused.localName)].find(
      each => each.textContent === focused.textContent && each.href === focused.href && each.value === focused.value);
    (same ?? find("#said") ?? find("h1")).focus({ preventScroll: true });
  }

  // Where no news come, such as through a proxy that keeps them back, the page looks at intervals.
  setInterval(() => { if (!isHeard) lookAgain(); }, 10000);

  // The pages put in are not in the history of the browser, so going back asks for them anew.
  addEventListener("popstate", () => location.reload());
  settle();
})();
