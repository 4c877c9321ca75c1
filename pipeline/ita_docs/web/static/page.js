// The page works without this file. With it, what is under way shows by itself, and files can be dropped anywhere.
"use strict";
(() => {
  const { job, pending } = document.body.dataset;
  // Parts of the page that are still being made bear an id and data-live: they alone are renewed.
  const renew = async () => {
    if (document.body.dataset.pending === "0") return; // all is shown: what has the pointer or the focus stays
    const answer = await fetch(location.href);
    if (!answer.ok) return location.reload();
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.body.dataset.pending = next.body.dataset.pending;
    document.title = next.title;
    const place = () => document.getElementById(location.hash.slice(1)), was = place();
    for (const part of document.querySelectorAll("[data-live]")) {
      const own = next.getElementById(part.id);
      if (own) part.replaceWith(document.adoptNode(own));
    }
    ready();
    // What was asked for may only now be there: the place in the address, else what must be mended first.
    if (!was && place()) location.replace(location.hash);
    else if (document.activeElement === document.body) document.querySelector("[autofocus]")?.focus();
  };
  // From a problem to its cell, and from sheet to sheet: only the sheet changes, the list stays where it is.
  const wide = matchMedia("(min-width: 68rem)");
  addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.cell, #book .tabs a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const answer = await fetch(link.href).catch(() => null); // the browser itself says that the program is away
    const own = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("book");
    if (!own) return location.assign(link.href);
    const there = new URL(link.href), top = scrollY, tab = link.closest(".tabs");
    document.getElementById("book").replaceWith(document.adoptNode(own));
    history.replaceState(null, "", there.pathname + there.search);
    if (tab) return document.querySelector("#book .here a").focus({ preventScroll: true });
    location.replace(there.hash);
    if (wide.matches) scrollTo(0, top);
  });
  addEventListener("hashchange", () => document.querySelector(":target")?.closest("details")?.setAttribute("open", ""));
  let busy = false, again = false;
  const show = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      do { again = false; await renew(); } while (again);
    } catch {
      again = false; // the program does not answer
    }
    busy = false;
  };
  const watch = () => {
    const source = new EventSource(`/work/${job}/events`);
    let last = document.body.dataset.pending;
    source.onmessage = (event) => {
      const left = JSON.parse(event.data).pending;
      if (left === 0) source.close();
      if (String(left) !== last || left === 0) show();
      last = String(left);
    };
    // Where there are too many streams, or the program is away, the page asks by itself now and then.
    source.onerror = () => {
      source.close();
      setTimeout(async () => { await show(); if (Number(document.body.dataset.pending) > 0) watch(); }, 3000);
    };
  };
  if (job && Number(pending) > 0) watch();
  // On the user's own machine, files are kept as long as their page is open.
  if ("local" in document.body.dataset) {
    setInterval(() => fetch(job ? `/work/${job}/events` : "/static/icon.svg").catch(() => {}), 240000);
  }
  const input = document.querySelector("form.first input[type=file], form.panel input[type=file]");
  if (input) {
    const over = (event) => {
      if ([...(event.dataTransfer?.types ?? [])].includes("Files")) {
        event.preventDefault();
        document.body.classList.add("over");
      }
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("over"));
    // A folder is dropped as an entry that is read piece by piece; its files go with those that lie in folders of it.
    const within = async (entry) => {
      if (entry.isFile) return [await new Promise((give, fail) => entry.file(give, fail))];
      const reader = entry.createReader(), found = [];
      for (;;) {
        const some = await new Promise((give, fail) => reader.readEntries(give, fail));
        if (!some.length) break;
        for (const one of some) found.push(...await within(one));
      }
      return found;
    };
    const wanted = (file, target) => target.accept.split(",").some((ending) => file.name.toLowerCase().endsWith(ending))
      && !file.name.startsWith("~$") && !file.name.startsWith(".");
    addEventListener("drop", async (event) => {
      event.preventDefault();
      document.body.classList.remove("over");
      const target = event.target.closest?.(".drop")?.querySelector("input") ?? input;
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      const single = event.dataTransfer.files;
      const folders = entries.some((entry) => entry.isDirectory);
      if (folders) {
        const files = (await Promise.all(entries.map(within))).flat().filter((file) => wanted(file, target));
        const carried = new DataTransfer();
        for (const file of files) carried.items.add(file);
        target.files = carried.files;
        target.dispatchEvent(new Event("change"));
      } else if (single.length) {
        target.files = single;
        target.dispatchEvent(new Event("change"));
      }
      if (target.files.length && target === input && input.form.classList.contains("first")) input.form.requestSubmit();
    });
  }
  // What was chosen is told by name, in Thai whatever the language of the browser.
  function choosing(input) {
    const choose = document.createElement("label"), chosen = document.createElement("span");
    choose.htmlFor = input.id;
    choose.className = "choose";
    choose.textContent = "เลือกไฟล์";
    chosen.className = "chosen";
    chosen.setAttribute("role", "status");
    const tell = () => {
      const names = [...input.files].map((file) => file.name);
      const more = names.length > 3 ? ` และอีก ${names.length - 3} ไฟล์` : "";
      chosen.textContent = names.length ? `เลือกแล้ว ${names.length} ไฟล์: ${names.slice(0, 3).join(", ")}${more}` : "ยังไม่ได้เลือกไฟล์";
    };
    input.addEventListener("change", tell);
    input.after(choose, chosen);
    input.parentElement.classList.add("chooses");
    tell();
  }
  const SENDING = `<p class="waiting sending" role="status"><span class="turning" aria-hidden="true"></span> กำลังส่งไฟล์</p>`;
  function ready() {
    for (const input of document.querySelectorAll(".drop:not(.chooses) input[type=file]")) choosing(input);
    for (const form of document.querySelectorAll("form:not([data-ready])")) {
      form.dataset.ready = "1";
      form.addEventListener("submit", () => {
        const button = form.querySelector("button");
        if (button) setTimeout(() => {
          button.disabled = true;
          button.dataset.busy = "1";
          if (form.enctype === "multipart/form-data") button.insertAdjacentHTML("afterend", SENDING);
        });
      });
    }
  }
  ready();
  addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("[data-busy]")) button.disabled = false;
    for (const said of document.querySelectorAll(".sending")) said.remove();
  });
})();
