"use strict";
// Searches and shows the cases of each judge. Whatever comes from outside is put in as text.
(function () {
  const NONE = 255;
  const HEIGHT = 48;

  function make(name, css, text) {
    const element = document.createElement(name);
    if (css) element.className = css;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function isolated(css, text) {
    const element = make("bdi", css, text);
    element.dir = "auto";
    return element;
  }

  function bytes(base64) {
    const text = atob(base64);
    const array = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i);
    return array;
  }

  function percent(share) {
    return (100 * share).toFixed(0) + " %";
  }

  class Cases {
    constructor(section) {
      this.section = section;
      this.data = JSON.parse(document.getElementById(section.id + "-data").textContent);
      const columns = this.data.columns;
      for (const name of ["code", "reason", "is"]) this[name] = bytes(columns[name]);
      for (const name of ["a", "b"]) this[name] = new Uint16Array(bytes(columns[name]).buffer);
      this.item = new Int32Array(bytes(columns.item).buffer);
      for (const name of ["value", "label"]) {
        this[name] = new Float32Array(bytes(columns[name]).buffer);
      }
      this.count = columns.count;
      this.systems = columns.systems;
      this.items = columns.items;
      this.snippets = columns.snippets;
      this.flags = columns.flags;
      this.pairs = this.data.pairs;
      this.whole = new Map(this.data.full.cases.map((c) => [c["case"], c]));
      this.found = new Int32Array(this.count);
      this.size = 0;
      this.state = {};
      this.find();
      this.controls();
      this.search({});
    }

    one(selector) {
      return this.section.querySelector(selector);
    }

    find() {
      this.list = this.one(".list");
      this.room = this.one(".room");
      this.rows = this.one(".list ol");
      this.status = this.one(".status");
      this.detail = this.one(".case");
      this.form = this.one(".filter");
      this.list.addEventListener("scroll", () => this.draw(), { passive: true });
      new ResizeObserver(() => this.draw()).observe(this.list);
    }

    controls() {
      const options = (selector, names, value) => {
        const select = this.one(selector);
        names.forEach((name, i) => {
          const option = make("option", "", name);
          option.value = value(name, i);
          select.append(option);
        });
        select.addEventListener("change", () => this.changed());
      };
      options(".is", this.flags, (name) => name);
      options(".system", this.systems, (name, i) => i);
      options(".against", this.systems, (name, i) => i);
      options(".result", [], (name) => name);
      if (!this.pairs) for (const label of this.section.querySelectorAll(".pair")) label.hidden = true;
      let waiting = 0;
      this.one(".text").addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => this.changed(), 60);
      });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.one(".clear").addEventListener("click", () => this.show({}));
      for (const button of this.section.querySelectorAll("button.show")) {
        button.addEventListener("click", () => {
          this.show(JSON.parse(button.dataset.show));
          this.one(".explorer").scrollIntoView({ block: "start" });
        });
      }
      this.one(".explorer").hidden = false;
    }

    // What the controls say, with what only a number of the page can ask for left out.
    changed() {
      const number = (selector) => {
        const value = this.one(selector).value;
        return value === "" ? undefined : Number(value);
      };
      this.search({
        text: this.one(".text").value,
        is: this.one(".is").value,
        system: number(".system"),
        against: number(".against"),
        result: this.one(".result").value,
      });
    }

    show(state) {
      this.one(".text").value = state.text || "";
      this.one(".is").value = state.is || "";
      this.one(".system").value = state.system === undefined ? "" : state.system;
      this.one(".against").value = state.against === undefined ? "" : state.against;
      this.one(".result").value = state.result || "";
      this.search(state);
      if (state["case"] !== undefined) this.open(state["case"]);
    }

    search(state) {
      this.state = state;
      const bit = state.is ? 1 << this.flags.indexOf(state.is) : 0;
      const items = this.matching(state.text);
      let size = 0;
      for (let i = 0; i < this.count; i++) {
        if (bit && !(this.is[i] & bit)) continue;
        if (items && !items[this.item[i]]) continue;
        if (!this.fits(i, state)) continue;
        this.found[size++] = i;
      }
      this.size = size;
      this.room.style.height = size * HEIGHT + "px";
      this.list.style.height = size < 6 ? Math.max(1, size) * HEIGHT + 2 + "px" : "";
      this.list.scrollTop = 0;
      this.status.textContent = this.says(state);
      this.draw();
    }

    matching(text) {
      if (!text || !text.trim()) return null;
      const words = text.toLowerCase().split(/\s+/).filter((w) => w);
      const hits = new Uint8Array(this.items.length);
      for (let i = 0; i < hits.length; i++) {
        const where = (this.items[i] + " " + (this.snippets[i] || "")).toLowerCase();
        hits[i] = words.every((w) => where.includes(w)) ? 1 : 0;
      }
      return hits;
    }

    fits(i, state) {
      const system = state.system;
      if (state["case"] !== undefined && state["case"] !== i) return false;
      if (system !== undefined && this.a[i] !== system && this.b[i] !== system) return false;
      const against = state.against;
      if (against !== undefined && this.a[i] !== against && this.b[i] !== against) return false;
      if (state.code !== undefined && this.code[i] !== state.code) return false;
      if (state.label !== undefined && this.label[i] !== Math.fround(state.label)) return false;
      if (state.low !== undefined) {
        const value = this.value[i];
        const last = state.high >= 1 && this.pairs;
        if (!(value >= state.low - 1e-6 && (last || value < state.high - 1e-6))) return false;
      }
      if (state.result) {
        if (this.code[i] === NONE) return false;
        if (state.result === "tied") return this.code[i] === 0;
        if (system === undefined) return this.code[i] !== 0;
        const won = (this.code[i] === 1) === (this.a[i] === system);
        if (this.code[i] === 0 || won !== (state.result === "won")) return false;
      }
      return true;
    }

    says(state) {
      const more = [];
      if (state.low !== undefined) {
        more.push(
          this.pairs
            ? "as sure as " + percent(state.low) + " to " + percent(state.high)
            : "grade from " + state.low + " to below " + state.high);
      }
      if (state.code !== undefined) more.push("grade " + this.grade(state.code));
      if (state.label !== undefined) more.push("label " + state.label);
      return (
        this.size.toLocaleString("en").replaceAll(",", "\u202f") + " of " +
        this.count.toLocaleString("en").replaceAll(",", "\u202f") + " cases" +
        (more.length ? ": " + more.join(", ") : ""));
    }

    // Only the rows that are in sight are in the page.
    draw() {
      const height = this.list.clientHeight || 352;
      const first = Math.max(0, Math.floor(this.list.scrollTop / HEIGHT) - 3);
      const last = Math.min(this.size, first + Math.ceil(height / HEIGHT) + 6);
      this.rows.style.transform = "translateY(" + first * HEIGHT + "px)";
      const rows = [];
      for (let k = first; k < last; k++) rows.push(this.row(this.found[k], k));
      this.rows.replaceChildren(...rows);
    }

    row(i, place) {
      const line = make("li");
      line.setAttribute("aria-setsize", this.size);
      line.setAttribute("aria-posinset", place + 1);
      const button = make("button", "row");
      button.type = "button";
      button.append(
        isolated("item", this.items[this.item[i]]),
        isolated("verdict", this.verdict(i)),
        isolated("snippet", this.snippets[this.item[i]] || this.who(i)),
        isolated("flags", this.label_(i) + this.marks(i)));
      if (this.opened === i) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => this.open(i));
      line.append(button);
      return line;
    }

    who(i) {
      return this.systems[this.a[i]] + (this.pairs ? ", " + this.systems[this.b[i]] : "");
    }

    grade(code) {
      return this.data.levels.length ? this.data.levels[code] : "";
    }

    verdict(i) {
      if (this.code[i] === NONE) return this.who(i) + ": " + this.data.columns.reasons[this.reason[i]];
      const sure = this.value[i];
      if (!this.pairs) {
        return this.systems[this.a[i]] + ": " + this.grade(this.code[i]) +
          (this.data.levels.length && sure === Math.round(sure) ? "" : " (" + sure.toFixed(2) + ")");
      }
      const a = this.systems[this.a[i]];
      const b = this.systems[this.b[i]];
      const how = sure < 0.9999 ? " (" + sure.toFixed(2) + ")" : "";
      if (this.code[i] === 0) return a + " and " + b + " tie" + how;
      return (this.code[i] === 1 ? a + " over " + b : b + " over " + a) + how;
    }

    label_(i) {
      const label = this.label[i];
      if (Number.isNaN(label)) return "";
      if (!this.pairs) return "label " + label;
      return "label " + (label === 0 ? "tie" : this.systems[label === 1 ? this.a[i] : this.b[i]]);
    }

    marks(i) {
      const marks = [];
      this.flags.forEach((name, f) => {
        if (f < 4 && f !== 3 && this.is[i] & (1 << f)) marks.push(name);
      });
      return marks.length ? " \u00b7 " + marks.join(", ") : "";
    }

    open(i) {
      this.opened = i;
      this.draw();
      const whole = this.whole.get(i);
      const parts = [make("h4")];
      parts[0].append(isolated("", this.items[this.item[i]]), ": ", isolated("", this.verdict(i)));
      const label = this.label_(i);
      if (label) parts.push(isolated("", label + this.marks(i)));
      if (whole) {
        parts.push(...this.texts(whole, i));
      } else {
        parts.push(make("p", "", "Its texts and replies are not in this page. They are kept:"));
        parts.push(make("pre", "", "assize show " + this.section.dataset.run + " " + this.items[this.item[i]]));
      }
      this.detail.replaceChildren(...parts);
    }

    texts(whole, i) {
      const texts = this.data.full.texts;
      const all = [];
      for (const field of whole.fields) {
        all.push(make("h4"), this.text(texts[field.text]));
        all[all.length - 2].append(isolated("", field.name));
      }
      const sides = make("div", "sides");
      whole.answers.forEach((answer, n) => {
        const side = make("div");
        const better = this.pairs && this.code[i] === n + 1;
        const head = make("h4");
        head.append(isolated("", answer.system));
        head.append(" \u00b7 " + answer.length + " characters" + (better ? " \u00b7 better, says the judge" : ""));
        const text = this.text(texts[answer.text]);
        if (better) text.classList.add("better");
        side.append(head, text);
        sides.append(side);
      });
      all.push(sides);
      if (whole.labels.length) {
        const labels = make("ul", "labels");
        for (const label of whole.labels) {
          const line = make("li");
          line.append(isolated("", label));
          labels.append(line);
        }
        all.push(make("h4", "", "Labels"), labels);
      }
      if (whole.shares.length) all.push(make("h4", "", "Verdict"), this.shares(whole.shares));
      all.push(make("h4", "", "How it came about"), this.parts(whole.parts, texts));
      return all;
    }

    text(text) {
      const element = make("pre", "", text);
      element.tabIndex = 0;
      element.dir = "auto";
      return element;
    }

    shares(shares) {
      const list = make("ul", "shares");
      for (const share of shares) {
        const line = make("li");
        const track = make("div", "track");
        const bar = make("div");
        bar.style.width = 100 * share.share + "%";
        track.append(bar);
        line.append(isolated("", share.name), track, make("span", "", percent(share.share)));
        list.append(line);
      }
      return list;
    }

    parts(parts, texts) {
      const list = make("ul", "parts");
      for (const part of parts) {
        const line = make("li", "p" + Math.min(5, part.depth));
        const head = make("p");
        head.append(isolated("", part.step), ": ", isolated("", part.says));
        head.append(make("span", "note", " rule: " + part.rule));
        line.append(head);
        for (const reply of part.replies) line.append(this.text(texts[reply]));
        list.append(line);
      }
      return list;
    }
  }

  for (const section of document.querySelectorAll("section.judge")) new Cases(section);
})();
