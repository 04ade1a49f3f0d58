"use strict";
// The live list. Everything that comes from articles is set with textContent, never as markup.

const KEPT = 200; // articles in the list
const TAGS = 9; // entity chips shown before "more"
const RETRY = 3000; // milliseconds
const FRESH = 15000; // milliseconds after its tagging in which an arriving article is marked
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0591-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u; // by the first letter
const KINDS = ["language", "topic", "entity"];

const byId = (id) => document.getElementById(id);
const articles = new Map(); // article id -> {data, row}, oldest first
const waiting = []; // events that came while paused
const filter = Object.fromEntries(
  KINDS.map((kind) => [kind, new URLSearchParams(location.search).get(kind)]));
const labels = {}; // what a filter's chip says: "entity wikidata:Q148" -> "China"
let paused = false;
let stream = null;

// ---- small helpers

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames(["en"], {type: "language"}).of(tag);
  } catch {
    return tag;
  }
}

function time(iso) {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  const sameYear = date.getFullYear() === new Date().getFullYear();
  const day = {day: "numeric", month: "short", year: sameYear ? undefined : "numeric"};
  return date.toLocaleString("en-GB",
    {hour: "2-digit", minute: "2-digit", ...(today ? {} : day)});
}

// ---- filters

function entityKey(entity) {
  return entity.id || entity.name;
}

function holds(data) {
  return (!filter.language || data.language === filter.language)
    && (!filter.topic || data.topics.some((topic) => topic.code === filter.topic))
    && (!filter.entity || data.entities.some((entity) => entityKey(entity) === filter.entity));
}

function toggle(kind, value, label) {
  filter[kind] = filter[kind] === value ? null : value;
  labels[`${kind} ${value}`] = label;
  const query = new URLSearchParams(KINDS.filter((k) => filter[k]).map((k) => [k, filter[k]]));
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  for (const {data, row} of articles.values()) row.hidden = !holds(data);
  showFilters();
  showCounts();
}

function showFilters() {
  byId("filters").replaceChildren(...KINDS.filter((kind) => filter[kind]).map((kind) => {
    const value = filter[kind];
    const item = document.createElement("li");
    item.append(chip(kind, value, labels[`${kind} ${value}`] || value));
    item.firstChild.setAttribute("aria-label", `Remove the filter ${item.firstChild.textContent}`);
    return item;
  }));
}

function chip(kind, value, label) {
  const button = element("button", `chip ${kind}`, label);
  button.type = "button";
  button.dir = "auto";
  button.addEventListener("click", () => toggle(kind, value, label));
  return button;
}

// ---- one article

function topicChip(topic) {
  const button = chip("topic", topic.code, topic.name);
  const subject = Number(/(\d\d)\d{6}$/.exec(topic.code)?.[1] ?? 0);
  button.style.setProperty("--hue", String(((subject * 7) % 17) * (360 / 17)));
  button.title = `${topic.code}, score ${topic.score.toFixed(2)}`;
  return button;
}

function entityChip(entity) {
  const button = chip("entity", entityKey(entity), entity.name);
  const type = element("span", "type", entity.type.toLowerCase());
  button.prepend(type);
  button.title = [entity.englishName, entity.id].filter(Boolean).join(", ");
  return button;
}

function chips(data) {
  const made = [...data.topics.map(topicChip), ...data.entities.map(entityChip)].map((button) => {
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  const shown = data.topics.length + TAGS;
  if (made.length <= shown + 1) return made;
  const rest = made.splice(shown);
  const more = element("button", "chip more", `${rest.length} more`);
  more.type = "button";
  const item = document.createElement("li");
  item.append(more);
  more.addEventListener("click", () => item.replaceWith(...rest));
  return [...made, item];
}

function row(data) {
  const made = byId("article").content.firstElementChild.cloneNode(true);
  const part = (selector) => made.querySelector(selector);
  const when = data.publishedAt || data.observedAt;
  made.dataset.change = data.change;
  part("time").dateTime = when;
  part("time").textContent = time(when);
  part("time").title = data.publishedAt ? "published" : "observed";
  const language = part(".language");
  if (data.language) {
    language.textContent = data.language;
    language.title = languageName(data.language);
    language.addEventListener("click", () => toggle("language", data.language, data.language));
    for (const text of [".title", ".lead"]) part(text).lang = data.language;
  } else {
    language.remove();
  }
  part(".source").textContent = data.source;
  part(".revision").textContent = data.change === "DELETED" ? "withdrawn"
    : data.revision > 1 ? `revision ${data.revision}` : "";
  const link = data.url && safeLink(data.url);
  if (link) {
    const anchor = element("a", "", data.title);
    anchor.href = link;
    anchor.rel = "noopener noreferrer";
    anchor.target = "_blank";
    part(".title").append(anchor);
  } else {
    part(".title").textContent = data.title;
  }
  part(".lead").textContent = data.summary || data.text;
  part(".chips").dir = RIGHT_TO_LEFT.test(data.title) ? "rtl" : "ltr";
  part(".chips").append(...chips(data));
  return made;
}

// ---- the list

function take(data) {
  const known = articles.get(data.id);
  if (data.change === "HISTORICAL" || (known && known.data.revision >= data.revision)) return;
  known?.row.remove();
  articles.delete(data.id);
  const made = row(data);
  made.hidden = !holds(data);
  made.classList.toggle("fresh", Date.now() - Date.parse(data.enrichedAt) < FRESH);
  articles.set(data.id, {data, row: made});
  byId("articles").prepend(made);
  if (articles.size > KEPT) forget(articles.keys().next().value);
}

function forget(id) {
  articles.get(id)?.row.remove();
  articles.delete(id);
}

function apply(event) {
  if (event.type === "article") take(event.data);
  else if (articles.get(event.data.id)?.data.revision === event.data.revision) forget(event.data.id);
}

function receive(event) {
  const came = {type: event.type, data: JSON.parse(event.data)};
  if (paused) {
    waiting.push(came);
    if (waiting.length > KEPT) waiting.shift();
  } else {
    apply(came);
  }
  showCounts();
}

function showCounts() {
  const all = articles.size;
  const shown = [...articles.values()].filter(({data}) => holds(data)).length;
  const plural = all === 1 ? "article" : "articles";
  byId("count").textContent = KINDS.some((kind) => filter[kind])
    ? `${shown} of ${all} ${plural}` : `${all} ${plural}`;
  byId("empty").hidden = shown > 0;
  byId("empty").textContent = all ? "No article here has all of these tags yet."
    : "Waiting for the first article.";
  byId("pause").textContent = !paused ? "Pause"
    : waiting.length ? `Resume (${waiting.length} new)` : "Resume";
}

function pause() {
  paused = !paused;
  byId("pause").setAttribute("aria-pressed", String(paused));
  if (!paused) waiting.splice(0).forEach(apply);
  showConnection();
  showCounts();
}

// ---- connection and services

function showConnection() {
  const open = stream?.readyState === EventSource.OPEN;
  const state = !open ? "lost" : paused ? "paused" : "live";
  const text = {lost: "Connection lost, retrying…", paused: "Paused", live: "Live"}[state];
  const shown = byId("connection");
  if (shown.dataset.state !== state) {
    shown.dataset.state = state;
    shown.textContent = text;
  }
}

function connect() {
  stream = new EventSource(`/v1/stream?view=brief&recent=${KEPT}`);
  stream.addEventListener("open", showConnection);
  stream.addEventListener("article", receive);
  stream.addEventListener("removed", receive);
  stream.addEventListener("error", () => {
    showConnection();
    if (stream.readyState === EventSource.CLOSED) setTimeout(connect, RETRY);
  });
}

async function showServices() {
  try {
    const answer = await fetch("/v1/services", {signal: AbortSignal.timeout(RETRY)});
    const services = await answer.json();
    byId("services").replaceChildren(...services.map((service) => {
      const item = element("li", "", "");
      item.dataset.state = service.state;
      item.title = `${service.detail} (${service.where})`;
      item.append(element("span", "name", service.name),
        element("span", "state", service.state.toLowerCase()));
      return item;
    }));
  } catch {
    for (const item of byId("services").children) {
      item.dataset.state = "UNKNOWN";
      item.lastChild.textContent = "unknown";
    }
  }
  setTimeout(showServices, RETRY);
}

byId("pause").addEventListener("click", pause);
showFilters();
showCounts();
connect();
showServices();
